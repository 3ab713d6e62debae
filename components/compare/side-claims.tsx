import type { ClaimView } from "@/lib/claims/view";
import { routes } from "@/lib/site/routes";
import { SourceChips } from "../claims/source-chips";
import { VerdictBadge } from "../claims/verdict-badge";
import { VoteControl } from "../claims/vote-control";

/** One framework's pros or cons on a criterion. Votes are on what holds today, so a past year shows none. */
export function SideClaims({ claims, slug, votable }: { claims: ClaimView[]; slug: string; votable: boolean }) {
  if (claims.length === 0) return <span className="text-muted">No claim</span>;
  return (
    <ul className="space-y-3">
      {claims.map((claim) => (
        <li key={claim.slug}>
          <a href={`${routes.framework(slug)}#claim-${claim.slug}`} className="inline-block py-0.5 hover:text-accent">
            <bdi>{claim.text}</bdi>
          </a>
          <div className="mt-1 flex flex-wrap items-center gap-1">
            <VerdictBadge verdict={claim.verdict} />
            <SourceChips assertions={claim.assertions} anchor={`${slug}-${claim.slug}`} />
          </div>
          {votable && <VoteControl claim={claim.id} text={claim.text} {...claim.votes} />}
        </li>
      ))}
    </ul>
  );
}
