import type { ReactNode } from "react";

/** A titled part of a page that can be linked to. */
export function Section({
  id,
  title,
  lead,
  tight = false,
  children,
}: {
  id: string;
  title: string;
  lead?: ReactNode;
  /** Nearer to what stands above it. */
  tight?: boolean;
  children: ReactNode;
}) {
  return (
    <section id={id} aria-labelledby={`${id}-title`} className={tight ? "mt-8 first:mt-0 max-lg:first:mt-6" : "mt-14"}>
      <h2 id={`${id}-title`} className="text-3xl">
        {title}
      </h2>
      {lead !== undefined && <div className={`max-w-prose text-muted ${tight ? "mt-1 text-sm" : "mt-2"}`}>{lead}</div>}
      <div className={tight ? "mt-3" : "mt-5"}>{children}</div>
    </section>
  );
}
