import type { DecisionLine, RecordLine } from "@/lib/decide/queries";
import { getCatalogue } from "@/lib/frameworks/queries";
import { rowsOf } from "@/lib/frameworks/row";
import { moveEntryAction } from "@/lib/shortlist/actions";
import type { EntryView, ListView } from "@/lib/shortlist/queries";
import { DecisionsList } from "../decide/decisions-list";
import { RecordsList } from "../decide/records-list";
import { Notice } from "../ui/notice";
import { ListEntry } from "./list-entry";
import { ListForms } from "./list-forms";
import { ListFrame } from "./list-frame";
import { ListSharing } from "./list-sharing";
import { ListTabs } from "./list-tabs";
import { RemovedEntry } from "./removed-entry";
import { Sortable } from "./sortable";

/** A person's lists: one of them open. */
export async function ShortlistPage({
  lists,
  decisions,
  records,
  open,
  undo,
  gone,
}: {
  lists: ListView[];
  decisions: DecisionLine[];
  records: RecordLine[];
  open: ListView | null;
  /** The entry that was removed just now. */
  undo: EntryView | null;
  gone: boolean;
}) {
  const catalogue = await getCatalogue();
  const rows = rowsOf(catalogue, open?.entries.map(({ slug }) => slug) ?? []);
  const removed = undo && rowsOf(catalogue, [undo.slug])[0];
  return (
    <ListFrame rows={rows} title={open?.name ?? "Shortlist"}>
      {gone && <Notice kind="done">The list is deleted.</Notice>}
      <ListTabs lists={lists} open={open} />
      {open && undo && removed && <RemovedEntry key={undo.slug} list={open} entry={undo} name={removed.name} />}
      {open && (
        <Sortable list={open.id} action={moveEntryAction}>
          {open.entries.map((entry, index) => {
            const row = rows.find(({ slug }) => slug === entry.slug);
            return (
              row && (
                <ListEntry
                  key={entry.slug}
                  list={open}
                  entry={entry}
                  row={row}
                  first={index === 0}
                  last={index === open.entries.length - 1}
                />
              )
            );
          })}
        </Sortable>
      )}
      <DecisionsList decisions={decisions} />
      <RecordsList records={records} />
      <div className="mt-12 grid gap-x-16 gap-y-8 md:grid-cols-2">
        {open && <ListSharing list={open} />}
        <ListForms open={open} />
      </div>
    </ListFrame>
  );
}
