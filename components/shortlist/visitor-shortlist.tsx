import { getCatalogue } from "@/lib/frameworks/queries";
import { rowsOf } from "@/lib/frameworks/row";
import { routes } from "@/lib/site/routes";
import { ListFrame } from "./list-frame";
import { NamedFramework } from "./named-framework";
import { RemoveSaved } from "./remove-saved";

/** What a visitor saved: in this browser, until they sign in. */
export async function VisitorShortlist({ saved }: { saved: string[] }) {
  const rows = rowsOf(await getCatalogue(), saved);
  return (
    <ListFrame rows={rows} title="Shortlist">
      {rows.length > 0 && (
        <p className="notice my-4">
          Kept in this browser only.{" "}
          <a href={`/sign-in?next=${encodeURIComponent(routes.shortlist)}`} className="link">
            Sign in
          </a>{" "}
          to keep it for good, add notes, order and share it.
        </p>
      )}
      <ul className="ledger mt-6">
        {rows.map((row) => (
          <li key={row.slug} className="flex flex-wrap items-center justify-between gap-3 py-3">
            <NamedFramework row={row} />
            <RemoveSaved slug={row.slug} name={row.name} />
          </li>
        ))}
      </ul>
    </ListFrame>
  );
}
