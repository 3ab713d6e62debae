import type { ReactNode } from "react";

/** A titled part of a page that can be linked to. */
export function Section({
  id,
  title,
  lead,
  children,
}: {
  id: string;
  title: string;
  lead?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section id={id} aria-labelledby={`${id}-title`} className="mt-14">
      <h2 id={`${id}-title`} className="text-3xl">
        {title}
      </h2>
      {lead !== undefined && <div className="mt-2 max-w-prose text-muted">{lead}</div>}
      <div className="mt-5">{children}</div>
    </section>
  );
}
