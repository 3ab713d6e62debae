import { describeEntryAction } from "@/lib/shortlist/actions";
import type { EntryView, ListView } from "@/lib/shortlist/queries";
import { statuses } from "@/lib/shortlist/rules";
import { ActionForm } from "../form/action-form";
import { LongTextField } from "../form/long-text-field";
import { RadioField } from "../form/radio-field";

/** What its owner says of a framework on their list, to be changed. */
export function EntryForm({
  list,
  entry: { slug, status, note, reason },
  name,
}: {
  list: ListView;
  entry: EntryView;
  name: string;
}) {
  return (
    <details className="mt-1 text-sm">
      <summary className="text-muted">
        Status and note<span className="sr-only">{` of ${name}`}</span>
      </summary>
      <ActionForm
        action={describeEntryAction}
        fields={{ list: list.id, framework: slug }}
        submit="Keep"
        label={`Keep status and note of ${name}`}
        quiet
      >
        <RadioField
          name="status"
          legend="Status"
          options={statuses.map((one) => ({ value: one.id, text: one.name }))}
          value={status}
        />
        <LongTextField name="reason" label="Reason, when rejected" lines={2} value={reason} />
        <div className="mb-2">
          <LongTextField name="note" label="Note" lines={3} value={note} />
        </div>
      </ActionForm>
    </details>
  );
}
