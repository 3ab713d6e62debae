import type { FrameworkView } from "@/lib/frameworks/framework";
import type { CatalogueRow } from "@/lib/frameworks/row";
import { routes } from "@/lib/site/routes";
import { Logo } from "./logo";

const relations: Record<string, { of: string; by: string }> = {
  "inspired-by": { of: "Inspired by", by: "Inspired" },
  "built-on": { of: "Built on", by: "Carries" },
  "successor-of": { of: "Successor of", by: "Succeeded by" },
  "same-authors": { of: "By authors of", by: "Same authors made" },
};

/** Where it comes from, what came of it, and what it is weighed against. */
export function Lineage({
  framework,
  rivals,
}: {
  framework: FrameworkView;
  rivals: { row: CatalogueRow; why: string }[];
}) {
  return (
    <div className="grid gap-x-8 gap-y-3 md:grid-cols-2">
      <div>
        <h3 className="eyebrow">Comes from</h3>
        <ul className="mt-1">
          {framework.lineage.length === 0 && (
            <li className="border-t border-line py-1 text-sm text-muted">Nothing sourced.</li>
          )}
          {framework.lineage.map((line) => (
            <li key={`${line.relation} ${line.name}`} className="border-t border-line py-1">
              <span className="text-sm text-muted">{relations[line.relation]?.of ?? line.relation} </span>
              {line.relatedSlug ? (
                <a href={routes.framework(line.relatedSlug)} className="link">
                  {line.name}
                </a>
              ) : (
                line.name
              )}
              {line.source ? (
                <a href={line.source} className="link ml-2 font-mono text-xs text-muted" rel="nofollow">
                  source<span className="sr-only"> on {line.name}</span>
                </a>
              ) : (
                <span className="ml-2 text-xs text-muted">unsourced</span>
              )}
              {line.note && <p className="text-sm text-muted">{line.note}</p>}
            </li>
          ))}
        </ul>
      </div>
      <div>
        <h3 className="eyebrow">Led to</h3>
        <ul className="mt-1">
          {framework.descendants.length === 0 && (
            <li className="border-t border-line py-1 text-sm text-muted">Nothing in this catalogue.</li>
          )}
          {framework.descendants.map((line) => (
            <li key={`${line.relation} ${line.slug}`} className="border-t border-line py-1">
              <span className="text-sm text-muted">{relations[line.relation]?.by ?? line.relation} </span>
              <a href={routes.framework(line.slug)} className="link">
                {line.name}
              </a>
            </li>
          ))}
        </ul>
      </div>
      <div className="md:col-span-2">
        <h3 className="eyebrow">Weighed against</h3>
        {rivals.length === 0 && <p className="text-sm text-muted">Not enough is known of it.</p>}
        <ul className="mt-1 flex flex-wrap gap-x-6 gap-y-1.5">
          {rivals.map(({ row, why }) => (
            <li key={row.slug}>
              <a
                href={routes.compareOf([framework.slug, row.slug])}
                className="flex items-center gap-2 hover:text-accent"
              >
                <Logo icon={row.icon} name={row.name} size={16} />
                <span className="link">{`${framework.name} or ${row.name}?`}</span>
                <span className="text-xs text-muted">{why}</span>
              </a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
