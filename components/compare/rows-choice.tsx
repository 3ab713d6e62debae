import { wants } from "@/lib/compare/rules";
import { type CompareView, compareRows, compareSearch } from "@/lib/compare/search-params";

/** The rows to show; what else the address says stays. */
export function RowsChoice({ address, view }: { address: string; view: CompareView }) {
  return (
    <details className="open:basis-full">
      <summary className="chip min-h-8 list-none px-2.5">
        Rows{view.rows && ` (${view.rows.length} of ${compareRows.length})`}
      </summary>
      <form action={address} className="columns mt-2 max-w-md rounded border border-line-strong bg-panel p-3">
        <fieldset className="grid grid-cols-2 gap-x-4">
          <legend className="sr-only">Rows to show</legend>
          {compareRows.map((row) => (
            <label key={row.id}>
              <input type="checkbox" name="rows" value={row.id} defaultChecked={wants(view, row.id)} />
              {row.name}
            </label>
          ))}
        </fieldset>
        {view.onlyDifferences && <input type="hidden" name="diff" value="1" />}
        {view.asOf !== "now" && <input type="hidden" name="asof" value={view.asOf} />}
        {view.first.length > 0 && <input type="hidden" name="first" value={view.first.join(",")} />}
        <p className="mt-2 flex items-center gap-3">
          <button type="submit" className="button">
            Show these
          </button>
          <a href={`${address}${compareSearch({ ...view, rows: null })}`} className="link">
            All
          </a>
        </p>
      </form>
    </details>
  );
}
