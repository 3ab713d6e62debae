import { decideAllAction } from "@/lib/moderation/actions";
import { ActionForm } from "../form/action-form";
import { RadioField } from "../form/radio-field";
import { TextField } from "../form/text-field";

/** The form that the ticked boxes of the queue belong to. */
export const bulkForm = "decide-all";

/** Decides on all that are ticked below, for one reason. */
export function DecideAll() {
  return (
    <details className="no-print mt-4 border-l-4 border-line-strong bg-panel px-3 py-2">
      <summary className="font-medium">Decide on several at once</summary>
      <p className="mt-2 text-sm text-muted">
        Tick them below. Sources count as articles, nobody is trusted or blocked by it, and it can be undone right
        after.
      </p>
      <ActionForm id={bulkForm} action={decideAllAction} submit="Decide on those that are ticked" quiet>
        <RadioField
          name="decision"
          legend="Decision on all of them"
          options={[
            { value: "approve", text: "Approve them" },
            { value: "decline", text: "Decline them" },
          ]}
        />
        <div className="mb-2">
          <TextField
            name="reason"
            label="Reason for all of them"
            hint="Their authors and everybody see it. Needed to decline."
            optional
          />
        </div>
      </ActionForm>
    </details>
  );
}
