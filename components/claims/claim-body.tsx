import type { ClaimView } from "@/lib/claims/view";
import { routes } from "@/lib/site/routes";
import { ClaimReplies } from "./claim-replies";
import { Evidence } from "./evidence";
import { VerdictBadge } from "./verdict-badge";
import { VotePlace } from "./vote-buttons";

/** What a claim opens to: its verdict with the rule, the votes, its evidence, and how to change it. */
export function ClaimBody({ claim, framework }: { claim: ClaimView; framework: string }) {
  const suggest = (kind: string) => `${routes.suggest(framework)}?kind=${kind}&claim=${claim.id}`;
  const about = `said-${claim.id}`;
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
      <p className="claim-links">
        <a href={suggest("assertion")} rel="nofollow" aria-describedby={about}>
          Add a source
        </a>
        <a href={suggest("wording")} rel="nofollow" aria-describedby={about}>
          Better words
        </a>
        <a href={suggest("flag")} rel="nofollow" aria-describedby={about}>
          Report
        </a>
      </p>
    </div>
  );
}
