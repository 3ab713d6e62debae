import { restoreEntryAction } from "@/lib/shortlist/actions";
import type { EntryView, ListView } from "@/lib/shortlist/queries";
import { ActionForm } from "../form/action-form";
import { ToastOnArrival } from "../site/toast-on-arrival";
import { entryFields } from "./entry-fields";

/** What was taken off just now, and the way back; without scripts it stands above the list. */
export function RemovedEntry({ list, entry, name }: { list: ListView; entry: EntryView; name: string }) {
  const fields = { list: list.id, ...entryFields(entry) };
  const text = `${name} is off the list.`;
  return (
    <>
      <ToastOnArrival text={text} undo={{ action: restoreEntryAction, fields, label: `Undo: put ${name} back` }} />
      <div className="no-script-only notice notice-done my-4 w-full flex-wrap items-center gap-3">
        <span>{text}</span>
        <ActionForm action={restoreEntryAction} fields={fields} submit="Undo" label={`Put ${name} back`} quiet />
      </div>
    </>
  );
}
