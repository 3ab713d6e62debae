import "server-only";
import { cached } from "../cache/cached.ts";
import { catalogueTag, communityTag } from "../cache/tags.ts";
import { db } from "../db/index.ts";
import { suggestedSource } from "../sources/suggested.ts";
import { today } from "../text/dates.ts";
import { wordedClaimSelect } from "./select.ts";
import { type ClaimView, toClaim } from "./view.ts";

export interface HighlightedClaim extends ClaimView {
  framework: { slug: string; name: string; icon: string | null };
}

const claimWithFramework = {
  ...wordedClaimSelect,
  framework: { select: { slug: true, name: true, icon: true, releases: { orderBy: { position: "asc" } } } },
} as const;

const current = { retiredAt: null, framework: { retiredAt: null } };

async function load(where: object, take: number): Promise<HighlightedClaim[]> {
  const rows = await db().claim.findMany({
    where: { ...current, ...where },
    select: claimWithFramework,
    orderBy: [{ assertions: { _count: "desc" } }, { id: "asc" }],
    take,
  });
  return rows.map(({ framework: { releases, ...framework }, ...row }) => ({
    ...toClaim(row, releases, today()),
    framework,
  }));
}

/** Claims by their ids, in that order; without those that are gone. */
export async function getClaims(ids: readonly number[]): Promise<HighlightedClaim[]> {
  const claims = ids.length > 0 ? await load({ id: { in: [...ids] } }, ids.length) : [];
  return ids.flatMap((id) => claims.find((claim) => claim.id === id) ?? []);
}

/** Some claims that sources disagree on, those with the most assertions first, at most one of a framework. */
export const getDisputedClaims = cached(
  "claims-disputed",
  async () => oneEach(await load({ assertions: { some: { stance: "disputes" } } }, 60), 6),
  [catalogueTag, communityTag],
);

/** Some claims that most sources support and none disputes, at most one of a framework. */
export const getBestSupportedClaims = cached("claims-supported", async () => {
  const claims = await load({ kind: { in: ["pro", "con"] }, assertions: { none: { stance: "disputes" } } }, 80);
  return oneEach(
    claims.filter((claim) => claim.verdict === "still-true"),
    6,
  );
}, [catalogueTag, communityTag]);

function oneEach(claims: HighlightedClaim[], limit: number): HighlightedClaim[] {
  const seen = new Set<string>();
  const chosen: HighlightedClaim[] = [];
  for (const claim of claims) {
    if (seen.has(claim.framework.slug)) continue;
    seen.add(claim.framework.slug);
    chosen.push(claim);
    if (chosen.length === limit) break;
  }
  return chosen;
}

/** How much there is, for the home page. */
export const getTotals = cached("totals", async () => {
  const [frameworks, claims, assertions, sources, disputed] = await Promise.all([
    db().framework.count({ where: { retiredAt: null } }),
    db().claim.count({ where: current }),
    db().assertion.count({ where: { claim: current } }),
    // As /sources lists them: those of suggestions while something stands that they were given for.
    db().source.count({
      where: {
        OR: [{ slug: { not: { startsWith: suggestedSource } } }, { assertions: { some: { claim: current } } }],
      },
    }),
    db().claim.count({ where: { ...current, assertions: { some: { stance: "disputes" } } } }),
  ]);
  return { frameworks, claims, assertions, sources, disputed };
}, [catalogueTag]);

/** A person's own votes: value by the claim's id. Only those that stand. */
export async function getOwnVotes(personId: string): Promise<Record<number, number>> {
  const rows = await db().vote.findMany({
    where: { personId, value: { not: 0 } },
    select: { claimId: true, value: true },
  });
  return Object.fromEntries(rows.map(({ claimId, value }) => [claimId, value]));
}
