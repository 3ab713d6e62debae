import type { ReactNode } from "react";

/** A page with one thing to do. */
export function TaskPage({ title, lead, children }: { title: string; lead?: ReactNode; children: ReactNode }) {
  return (
    <div className="mx-auto max-w-md py-12 sm:py-16">
      <h1 dir="auto" className="text-4xl sm:text-5xl">
        {title}
      </h1>
      {lead !== undefined && <div className="mt-3 text-lg">{lead}</div>}
      <div>{children}</div>
    </div>
  );
}
