import { memo, useState } from "react";
import type { Outcome } from "@/lib/decide/decide";
import { writeOwnScores } from "@/lib/decide/own-scores";
import { type Decision, decideSearch } from "@/lib/decide/search-params";
import { routes } from "@/lib/site/routes";

/** Ways to take the decision along: its link, a record to defend it, a place in the account. */
export const TakeAlong = memo(function TakeAlong({ decision, outcome }: { decision: Decision; outcome: Outcome }) {
  const search = decideSearch(decision);
  const [said, setSaid] = useState("");
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(`${window.location.origin}${routes.decide}${search}`);
      setSaid("Copied: whoever opens it sees the same.");
    } catch {
      setSaid("The browser doesn’t let us copy. Take the address of this page.");
    }
  };
  return (
    <p className="no-print mt-4 flex flex-wrap items-center gap-2">
      {decision.own.length > 0 && <input type="hidden" name="own" value={writeOwnScores(decision.own)} />}
      <button type="button" onClick={() => void copy()} className="button script-only">
        Copy link
      </button>
      {outcome.ranked.length > 0 && (
        <a href={`${routes.record}${search}`} rel="nofollow" className="button">
          Make a record
        </a>
      )}
      <a href={`${routes.saveDecision}${search}`} rel="nofollow" className="button">
        Save, or decide as a team
      </a>
      <span role="status" className="text-sm text-muted">
        {said}
      </span>
    </p>
  );
});
