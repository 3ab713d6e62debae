"use client";

/** Shown when a page could not be rendered. The cause is in the server's log, by the reference below. */
export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <div className="mx-auto max-w-2xl py-20">
      <p className="eyebrow">Something broke</p>
      <h1 className="mt-2 text-5xl">This page could not be shown.</h1>
      <p className="mt-4 text-lg">
        What was saved before is still there; what was being typed may have to be typed again. Often it passes: try
        again, or go{" "}
        <a href="/" className="link">
          home
        </a>
        .
      </p>
      <button type="button" onClick={reset} className="button button-strong mt-6">
        Try again
      </button>
      {error.digest && <p className="mt-6 font-mono text-sm text-muted">{`Reference ${error.digest}`}</p>}
    </div>
  );
}
