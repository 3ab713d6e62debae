import type { FormState } from "@/lib/request/form-state";

/** The way on from what an action said: a link, or a reload where the page is older than the site. */
export function Way({ state: { status, way } }: { state: FormState }) {
  if (status === "outdated")
    return (
      <button type="button" className="link" onClick={() => window.location.reload()}>
        Reload
      </button>
    );
  return (
    way && (
      <a href={way.href} className="link">
        {way.text}
      </a>
    )
  );
}
