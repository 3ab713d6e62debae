import "server-only";
import { cached } from "../cache/cached.ts";
import { catalogueTag, communityTag } from "../cache/tags.ts";
import { db } from "../db/index.ts";
import { cycleAt } from "../releases/support.ts";
import type { SourceKind } from "../sources/kinds.ts";
import { isSuggested } from "../sources/suggested.ts";
import { today } from "../text/dates.ts";
import { wordedClaimSelect } from "./select.ts";
import { type ClaimView, toClaim } from "./view.ts";

/** How a claim has aged since this source made it. */
interface Staleness {
  /** The release line that was current then. */
  cycle: string;
  /** Its end of life: an ISO day, "open", "ended", or null when not published. */
  end: string | null;
  /** Whether that end has passed. */
  stale: boolean;
}

export interface SourcedClaim extends ClaimView {
  stance: "supports" | "disputes";
  framework: { slug: string; name: string; icon: string | null };
  staleness: Staleness | null;
}

/** One source with every claim that it speaks of, by framework; null when there is none of that slug. */
export const getSource = cached("source", loadSource, [catalogueTag, communityTag]);

async function loadSource(slug: string) {
  const day = today();
  const source = await db().source.findUnique({
    where: { slug },
    select: {
      slug: true,
      kind: true,
      title: true,
      publisher: true,
      url: true,
      date: true,
      note: true,
      framework: { select: { slug: true, name: true } },
      recommendations: {
        where: { resource: { framework: { retiredAt: null } } },
        select: {
          resource: {
            select: {
              title: true,
              url: true,
              cost: true,
              state: true,
              note: true,
              framework: { select: { slug: true, name: true } },
            },
          },
        },
      },
    },
  });
  if (!source) return null;
  const rows = await db().claim.findMany({
    where: { retiredAt: null, framework: { retiredAt: null }, assertions: { some: { source: { slug } } } },
    select: {
      ...wordedClaimSelect,
      framework: { select: { slug: true, name: true, icon: true, releases: { orderBy: { position: "asc" } } } },
    },
    orderBy: [{ framework: { name: "asc" } }, { position: "asc" }],
  });
  const claims: SourcedClaim[] = rows.map(({ framework: { releases, ...framework }, ...row }) => {
    const claim = toClaim(row, releases, day);
    const own = claim.assertions.filter((assertion) => assertion.source.slug === slug);
    const cycle = cycleAt(releases, source.date);
    const end = cycle?.endOfLife ?? null;
    const staleness = cycle && {
      cycle: cycle.cycle,
      end,
      stale: end === "ended" || (end !== null && end !== "open" && end <= day),
    };
    const stance = own.some((assertion) => assertion.stance === "supports") ? "supports" : "disputes";
    return { ...claim, stance, framework, staleness };
  });
  if (isSuggested(slug) && claims.length === 0) return null;
  return {
    ...source,
    kind: source.kind as SourceKind,
    recommendations: source.recommendations.map(({ resource }) => resource),
    claims,
  };
}

export type SourceView = NonNullable<Awaited<ReturnType<typeof loadSource>>>;
