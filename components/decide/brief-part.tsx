import type { ReactNode } from "react";

/** A titled part of a record's first page. */
export function BriefPart({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section id={id} aria-labelledby={`${id}-title`} className="mt-7 break-inside-avoid print:mt-4">
      <h2 id={`${id}-title`} className="border-b border-ink pb-1 text-2xl">
        {title}
      </h2>
      <div className="mt-2">{children}</div>
    </section>
  );
}
