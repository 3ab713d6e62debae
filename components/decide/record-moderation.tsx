import { hideRecordAction, showRecordAction } from "@/lib/decide/actions";
import { ActionForm } from "../form/action-form";
import { TextField } from "../form/text-field";

/** For moderators: anybody may make a record, and write into it. */
export function RecordModeration({ id, hidden }: { id: string; hidden: boolean }) {
  return (
    <section aria-labelledby="moderation" className="no-print mt-8 max-w-md">
      <h2 id="moderation" className="text-2xl">
        Moderation
      </h2>
      {hidden ? (
        <ActionForm action={showRecordAction} fields={{ record: id }} submit="Show its author’s words again" quiet />
      ) : (
        <ActionForm action={hideRecordAction} fields={{ record: id }} submit="Hide its author’s words" quiet>
          <div className="mb-2">
            <TextField name="reason" label="Reason" hint="Shown to every reader." />
          </div>
        </ActionForm>
      )}
    </section>
  );
}
