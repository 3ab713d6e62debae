import type { ClaimView } from "@/lib/claims/view";
import { routes } from "@/lib/site/routes";
import { ClaimItem } from "../claims/claim-item";
import { SourceChips } from "../claims/source-chips";
import { VerdictBadge } from "../claims/verdict-badge";
import { VotePlace } from "../claims/vote-buttons";

/** Claims of a cell that are seen at once: the best supported pro and con, or two of a kind. */
const seen = 2;

/** One framework's pros and cons on a criterion: what weighs most, then the others behind one line. */
export function SideClaims({
  pros,
  cons,
  ...shown
}: {
  pros: ClaimView[];
  cons: ClaimView[];
  slug: string;
  votable: boolean;
}) {
  if (pros.length + cons.length === 0) return <span className="text-muted">No claim</span>;
  const inTurn = [...pros.slice(0, 1), ...cons.slice(0, 1), ...pros.slice(1), ...cons.slice(1)];
  const first = inTurn.slice(0, seen);
  const others = inTurn.slice(seen);
  return (
    <>
      {first.map((claim) => (
        <SideClaim key={claim.slug} claim={claim} {...shown} />
      ))}
      {others.length > 0 && (
        <details className="more-claims">
          <summary>{`${others.length} more`}</summary>
          {others.map((claim) => (
            <SideClaim key={claim.slug} claim={claim} {...shown} />
          ))}
        </details>
      )}
    </>
  );
}

/** Votes are on what holds today, so a past year shows none. */
function SideClaim({ claim, slug, votable }: { claim: ClaimView; slug: string; votable: boolean }) {
  return (
    <ClaimItem
      claim={claim}
      sign={
        <span className={claim.kind}>
          <i>{claim.kind === "pro" ? "Pro: " : "Con: "}</i>
        </span>
      }
    >
      <div className="claim-body">
        <VerdictBadge verdict={claim.verdict} />
        {votable && <VotePlace claim={claim.id} yes={claim.votes.yes} no={claim.votes.no} />}
        <SourceChips assertions={claim.assertions} anchor={`${slug}-${claim.slug}`} titled={false} />
        <p>
          <a href={`${routes.framework(slug)}#claim-${claim.slug}`} aria-describedby={`said-${claim.id}`}>
            Evidence
          </a>
        </p>
      </div>
    </ClaimItem>
  );
}
