"use client";

import { voteAction } from "@/lib/claims/actions";
import { useAction } from "../form/use-action";
import { Way } from "../form/way";

/** The name that every vote button of a page gives as its form. */
export const voteForm = "votes";

/** The one form of all votes on a page: where scripts don't run, the buttons send it, and it says what came of that. */
export function VoteForm() {
  const [state, send] = useAction(voteAction);
  return (
    <form id={voteForm} action={send} className="no-print">
      <input type="hidden" name="of" value="claims" />
      {state.message && (
        <p role="status" className="notice mt-6 max-w-3xl">
          <span>{state.message}</span> <Way state={state} />
        </p>
      )}
    </form>
  );
}
