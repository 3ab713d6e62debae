import type { ReactElement } from "react";

interface Line {
  href: string;
  title: string;
  /** What is true of it, shown after one another. */
  facts: (string | false | null)[];
}

/** A part of one's own page with what one has made, the newest first, or why there is nothing yet. */
export function MadeList({ id, title, none, lines }: { id: string; title: string; none: ReactElement; lines: Line[] }) {
  return (
    <section aria-labelledby={id} className="mt-12">
      <h2 id={id} className="text-2xl">
        {title}
      </h2>
      {lines.length === 0 && none}
      <ul className="ledger mt-3">
        {lines.map((line) => (
          <li key={line.href} className="flex flex-wrap items-baseline justify-between gap-x-4 py-2">
            <a href={line.href} className="link font-medium">
              <bdi>{line.title}</bdi>
            </a>
            <span className="text-sm text-muted">
              {line.facts.filter(Boolean).map((fact, index) => (
                <span key={index} className="inline-block">
                  {index > 0 ? `\u00a0· ${fact}` : fact}
                </span>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
