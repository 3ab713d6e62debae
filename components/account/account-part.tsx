import type { ReactNode } from "react";

/** A titled part of the account's page. */
export function AccountPart({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section id={id} aria-labelledby={`${id}-title`} className="mt-8 border-t border-line pt-5">
      <h2 id={`${id}-title`} className="text-3xl">
        {title}
      </h2>
      <div>{children}</div>
    </section>
  );
}
