import { restoreEntryAction } from "@/lib/shortlist/actions";
import type { EntryView, ListView } from "@/lib/shortlist/queries";
import { ActionForm } from "../form/action-form";

/** What was taken off just now, and the way back. */
export function RemovedEntry({ list, entry, name }: { list: ListView; entry: EntryView; name: string }) {
  return (
    <div role="status" className="notice notice-done my-4 flex flex-wrap items-center gap-3">
      {name} is off the list.
      <ActionForm
        action={restoreEntryAction}
        fields={{
          list: list.id,
          framework: entry.slug,
          position: String(entry.position),
          status: entry.status,
          note: entry.note,
          reason: entry.reason,
        }}
        submit="Undo"
        label={`Put ${name} back`}
        quiet
      />
    </div>
  );
}
