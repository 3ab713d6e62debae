import { moveEntryAction, removeEntryAction } from "@/lib/shortlist/actions";
import type { EntryView, ListView } from "@/lib/shortlist/queries";
import { ActionForm } from "../form/action-form";
import { entryFields } from "./entry-fields";

/** Moves an entry by one place, or off the list. */
export function EntryMoves({
  list,
  entry,
  name,
  first,
  last,
}: {
  list: ListView;
  entry: EntryView;
  name: string;
  first: boolean;
  last: boolean;
}) {
  const { slug, position } = entry;
  const which = { list: list.id, framework: slug };
  return (
    <div className="flex shrink-0 gap-1.5">
      <ActionForm
        action={moveEntryAction}
        fields={{ ...which, to: "up", position: String(position) }}
        submit="↑"
        label={`Move ${name} up`}
        disabled={first}
        quiet
      />
      <ActionForm
        action={moveEntryAction}
        fields={{ ...which, to: "down", position: String(position) }}
        submit="↓"
        label={`Move ${name} down`}
        disabled={last}
        quiet
      />
      <ActionForm
        action={removeEntryAction}
        fields={{ list: list.id, ...entryFields(entry) }}
        submit="Remove"
        label={`Remove ${name}`}
        quiet
      />
    </div>
  );
}
