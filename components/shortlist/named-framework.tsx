import type { CatalogueRow } from "@/lib/frameworks/row";
import { routes } from "@/lib/site/routes";
import { Logo } from "../frameworks/logo";

/** A framework on a list: logo, name and tagline, with its page behind them. */
export function NamedFramework({ row }: { row: CatalogueRow }) {
  return (
    <a href={routes.framework(row.slug)} className="flex min-w-0 items-center gap-3">
      <Logo icon={row.icon} name={row.name} />
      <span>
        <span className="link font-medium">{row.name}</span>
        <span dir="auto" className="block text-sm text-muted">
          {row.tagline}
        </span>
      </span>
    </a>
  );
}
