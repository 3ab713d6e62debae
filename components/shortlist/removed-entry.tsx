import { restoreEntryAction } from "@/lib/shortlist/actions";
import type { EntryView, ListView } from "@/lib/shortlist/queries";
import { ActionForm } from "../form/action-form";
import { entryFields } from "./entry-fields";

/** What was taken off just now, and the way back. */
export function RemovedEntry({ list, entry, name }: { list: ListView; entry: EntryView; name: string }) {
  return (
    <div role="status" className="notice notice-done my-4 flex flex-wrap items-center gap-3">
      <span>{`${name} is off the list.`}</span>
      <ActionForm
        action={restoreEntryAction}
        fields={{ list: list.id, ...entryFields(entry) }}
        submit="Undo"
        label={`Put ${name} back`}
        quiet
      />
    </div>
  );
}
