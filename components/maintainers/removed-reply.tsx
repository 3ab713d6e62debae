import { restoreReplyAction } from "@/lib/maintainers/actions";
import { ActionForm } from "../form/action-form";

/** What was taken off just now, and the way back. */
export function RemovedReply({ claim }: { claim: number }) {
  return (
    <div role="status" className="notice notice-done mt-4 flex flex-wrap items-center gap-3">
      <span>Your reply is off. For a day it can be put back.</span>
      <ActionForm
        action={restoreReplyAction}
        fields={{ claim: String(claim) }}
        submit="Undo"
        label="Undo: put your reply back"
        quiet
      />
    </div>
  );
}
