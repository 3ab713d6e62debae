import type { ReactNode } from "react";
import { getCatalogue } from "@/lib/frameworks/queries";
import { routes } from "@/lib/site/routes";
import { Logo } from "../frameworks/logo";

const ideas = [
  ["django", "laravel", "rails"],
  ["express", "fastify", "koa", "nestjs"],
  ["django", "fastapi", "flask"],
  ["spring-boot", "quarkus", "micronaut"],
  ["aspnet-core", "spring-boot"],
  ["echo", "fiber", "gin"],
  ["actix-web", "axum"],
];

const nothing: readonly string[] = [];

/** Choose what to compare: a form of checkboxes that works without scripts. `problem` says why a choice didn't work. */
export async function PickerPage({ chosen = nothing, problem }: { chosen?: readonly string[]; problem?: ReactNode }) {
  const rows = await getCatalogue();
  const nameOf = (slug: string) => rows.find((row) => row.slug === slug)?.name;
  const languages = [...new Set(rows.map((row) => row.languages[0] ?? "Other"))].sort();
  return (
    <>
      <h1 className="mt-10 text-5xl">Compare</h1>
      <p className="mt-2 max-w-prose text-muted">Pick two to ten frameworks.</p>
      {problem && (
        <p role="alert" className="mt-4 max-w-prose border-l-4 border-partly bg-partly-soft px-4 py-2">
          {problem}
        </p>
      )}
      {chosen.length === 0 && (
        <ul className="mt-5 flex flex-wrap gap-2" aria-label="Often compared">
          {ideas
            .filter((slugs) => slugs.every(nameOf))
            .map((slugs) => (
              <li key={slugs.join()}>
                <a href={routes.compareOf(slugs)} className="choice">
                  {slugs.map(nameOf).join(" vs ")}
                </a>
              </li>
            ))}
        </ul>
      )}
      <form action={routes.compare} className="mt-8">
        <input type="hidden" name="go" value="1" />
        <div className="columns-1 gap-10 sm:columns-2 lg:columns-4">
          {languages.map((language) => (
            <fieldset key={language} className="mb-6 break-inside-avoid">
              <legend className="eyebrow">{language}</legend>
              {rows
                .filter((row) => (row.languages[0] ?? "Other") === language)
                .map((row) => (
                  <label key={row.slug} className="flex min-h-9 items-center gap-2.5 border-t border-line">
                    <input
                      type="checkbox"
                      name="f"
                      value={row.slug}
                      defaultChecked={chosen.includes(row.slug)}
                      className="size-4 accent-[var(--accent)]"
                    />
                    <Logo icon={row.icon} name={row.name} size={18} />
                    {row.name}
                  </label>
                ))}
            </fieldset>
          ))}
        </div>
        <p className="sticky bottom-0 border-t border-line-strong bg-paper py-3">
          <button type="submit" className="button button-strong">
            Compare these
          </button>
        </p>
      </form>
    </>
  );
}
