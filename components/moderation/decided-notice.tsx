import { reopenAction } from "@/lib/moderation/actions";
import { ActionForm } from "../form/action-form";

/** What was decided at once just now, and the way back. */
export function DecidedNotice({ done, left }: { done: string[]; left: number }) {
  return (
    <div role="status" className="notice notice-done mt-4 flex flex-wrap items-center gap-3">
      <span>{done.length === 1 ? "One is decided." : `${done.length} are decided.`}</span>
      <span>
        {left > 0 &&
          ` ${left} couldn’t be and still ${left === 1 ? "waits" : "wait"}: open ${left === 1 ? "it" : "each"} to see why.`}
      </span>
      {done.length > 0 && (
        <ActionForm
          action={reopenAction}
          fields={{ suggestions: done.join(".") }}
          submit="Undo"
          label="Undo: all of them wait again"
          quiet
        />
      )}
    </div>
  );
}
