import type { ReactNode } from "react";
import { routes } from "@/lib/site/routes";

/** A page of forms about one framework: its name leads back to its page. */
export function AboutFramework({
  framework: { slug, name },
  title,
  children,
}: {
  framework: { slug: string; name: string };
  title: string;
  children: ReactNode;
}) {
  return (
    <div className="mx-auto max-w-2xl py-10 sm:py-14">
      <p className="eyebrow">
        <a href={routes.framework(slug)} className="hover:text-accent">
          {name}
        </a>
      </p>
      <h1 className="mt-1 text-5xl">{title}</h1>
      {children}
    </div>
  );
}
