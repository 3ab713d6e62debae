import type { ClaimView } from "@/lib/claims/view";
import { WaysIn } from "../moderation/ways-in";
import { ClaimReplies } from "./claim-replies";
import { Evidence } from "./evidence";
import { VerdictBadge } from "./verdict-badge";
import { VotePlace } from "./vote-buttons";

/** What a claim opens to: its verdict with the rule, the votes, its evidence, and how to change it. */
export function ClaimBody({ claim, framework }: { claim: ClaimView; framework: string }) {
  return (
    <div id={`claim-${claim.slug}`} className="claim-body">
      <VerdictBadge verdict={claim.verdict} />
      <VotePlace claim={claim.id} yes={claim.votes.yes} no={claim.votes.no} />
      <Evidence claim={claim} framework={framework} />
      <ClaimReplies replies={claim.replies} />
      {claim.reworded && (
        <p className="border-l-2 border-line pl-3 text-muted">
          Reworded on {claim.reworded.day}: <bdi>{claim.reworded.why}</bdi> It read “<bdi>{claim.reworded.before}</bdi>”
          before; votes are on both.
        </p>
      )}
      <p>
        <WaysIn slug={framework} about={`claim=${claim.id}`} named={`said-${claim.id}`} />
      </p>
    </div>
  );
}
