import type { CriterionId } from "../claims/criteria.ts";
import type { ClaimKind, Level, Stance } from "../claims/kinds.ts";
import { orderClaims } from "../claims/order.ts";
import { direction, type Verdict } from "../claims/rules.ts";
import type { ClaimView } from "../claims/view.ts";

/** A claim as a record keeps it. */
export interface RecordClaim {
  slug: string;
  kind: ClaimKind;
  criterion: CriterionId;
  text: string;
  level: Level | null;
  verdict: Verdict;
  yes: number;
  no: number;
  sources: { slug: string; publisher: string; date: string; stance: Stance; url: string | null }[];
}

/** The claims on a framework that say something for or against it. */
export function recordClaims(claims: readonly ClaimView[]): RecordClaim[] {
  return orderClaims(claims.filter((claim) => direction(claim) !== 0)).map((claim) => ({
    slug: claim.slug,
    kind: claim.kind,
    criterion: claim.criterion,
    text: claim.text,
    level: claim.level,
    verdict: claim.verdict,
    yes: claim.votes.yes,
    no: claim.votes.no,
    sources: claim.assertions.map(({ source, stance, url }) => ({
      slug: source.slug,
      publisher: source.publisher,
      date: source.date,
      stance,
      url: url ?? source.url,
    })),
  }));
}
