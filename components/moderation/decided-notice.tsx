import { reopenAction } from "@/lib/moderation/actions";
import { ActionForm } from "../form/action-form";
import { ToastOnArrival } from "../site/toast-on-arrival";
import { TakesFocus } from "../ui/takes-focus";

const said = {
  approve: "Approved.",
  trust: "Approved, and whoever suggested it is trusted from now on.",
  decline: "Declined.",
  block: "Declined, and whoever suggested it can suggest nothing more.",
  reopen: "It waits again.",
  revert: "Taken back.",
};

export interface Decided {
  decision: keyof typeof said;
  /** What can be taken back at once. */
  done: string[];
  /** How many couldn't be decided on. */
  left: number;
}

const manyDecided = (count: number) => (count === 1 ? "One is decided." : `${count} are decided.`);

/** What an address says of a decision; null where it says none. */
export const decisionOf = (text: string | undefined): Decided["decision"] | null =>
  text !== undefined && Object.hasOwn(said, text) ? (text as Decided["decision"]) : null;

/**
 * What was decided just now, and the way back. Of one decision a toast tells: who decides on one after another goes on
 * with the next.
 */
export function DecidedNotice({ decision, done, left }: Decided) {
  if (done.length + left === 0)
    return (
      <>
        <ToastOnArrival text={said[decision]} />
        <p className="no-script-only notice notice-done mt-4 w-full">{said[decision]}</p>
      </>
    );
  return (
    <TakesFocus
      at={done.join()}
      arrival
      role="status"
      className="notice notice-done mt-4 flex flex-wrap items-center gap-3"
    >
      <span>{manyDecided(done.length)}</span>
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
    </TakesFocus>
  );
}
