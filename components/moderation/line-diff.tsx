import type { Line } from "@/lib/moderation/kind";

/** What a correction changes of a row, part by part: what goes is struck out, what comes is underlined. */
export function LineDiff({ lines }: { lines: Line[] }) {
  return (
    <dl className="mt-2 border-l-4 border-line-strong bg-sunken px-3 py-2 text-sm">
      {lines.map(({ label, was, now }) => (
        <div key={label} className="grid gap-x-2 py-0.5 sm:grid-cols-[7rem_minmax(0,1fr)]">
          <dt className="text-muted">{label}</dt>
          <dd dir="auto" className="break-words">
            {was !== null && was !== now && (
              <>
                <span className="sr-only">goes: </span>
                <del className="bg-outdated-soft text-outdated">
                  <Value text={was} />
                </del>
                <span aria-hidden="true">{" → "}</span>
                <span className="sr-only">; comes: </span>
              </>
            )}
            {was === now ? (
              <Value text={now} />
            ) : (
              <ins className="bg-still-true-soft text-still-true">
                <Value text={now} />
              </ins>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** An address is shown whole before it is opened. */
function Value({ text }: { text: string }) {
  if (!text.startsWith("https://")) return <span>{text}</span>;
  return (
    <a href={text} className="link break-all" rel="nofollow noopener ugc">
      {text}
    </a>
  );
}
