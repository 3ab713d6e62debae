import type { CatalogueRow } from "@/lib/frameworks/row";
import type { EntryView, ListView } from "@/lib/shortlist/queries";
import { EntryForm } from "./entry-form";
import { EntryMoves } from "./entry-moves";
import { EntryWords } from "./entry-words";
import { NamedFramework } from "./named-framework";

/** A framework on one's own list. */
export function ListEntry({
  list,
  entry,
  row,
  first,
  last,
}: {
  list: ListView;
  entry: EntryView;
  row: CatalogueRow;
  first: boolean;
  last: boolean;
}) {
  const { slug, status, note, reason } = entry;
  return (
    <li data-slug={slug} draggable className="py-3">
      <div className="flex flex-wrap items-start justify-between gap-3 sm:flex-nowrap">
        <NamedFramework row={row} />
        <EntryMoves list={list} entry={entry} name={row.name} first={first} last={last} />
      </div>
      <EntryWords status={status} note={note} reason={reason} />
      <EntryForm list={list} entry={entry} name={row.name} />
    </li>
  );
}
