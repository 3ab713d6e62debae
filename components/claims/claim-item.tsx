import type { ReactNode } from "react";
import { isControversial } from "@/lib/claims/controversial";
import { sourcesSaid } from "@/lib/claims/sources-said";
import type { ClaimView } from "@/lib/claims/view";
import { VerdictMark } from "./verdict-badge";

/**
 * One claim in one line: its verdict, what it says, how many sources speak of it and who disagrees. What is behind it
 * stands in the part that opens: a browser that is sent there, or finds a word in it, opens it by itself.
 */
export function ClaimItem({ claim, sign, children }: { claim: ClaimView; sign?: ReactNode; children: ReactNode }) {
  const { count, against } = sourcesSaid(claim);
  return (
    <article className="claim">
      {/* A link to it may have opened it before scripts ran. */}
      <details suppressHydrationWarning>
        <summary>
          <VerdictMark verdict={claim.verdict} />
          <span>
            {sign}
            <bdi id={`said-${claim.id}`} className="claim-text">
              {claim.text}
            </bdi>{" "}
            <small>
              {`${count} ${count === 1 ? "source" : "sources"}`}
              {against.length > 0 && (
                <b>{`, ${against.join(", ")} ${against.length === 1 ? "disputes" : "dispute"} it`}</b>
              )}
              {isControversial(claim.votes) && ", voters are divided"}
              {claim.replies.length > 0 && ", a maintainer replied"}
            </small>
          </span>
        </summary>
        {children}
      </details>
    </article>
  );
}
