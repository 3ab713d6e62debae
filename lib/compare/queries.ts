import "server-only";
import { claimsAsOf } from "../claims/as-of.ts";
import { contestedOf } from "../claims/rules.ts";
import { levelsOf, useCasesOf } from "../claims/summary.ts";
import { type FrameworkView } from "../frameworks/framework.ts";
import { getCatalogue, getFramework } from "../frameworks/queries.ts";
import type { CatalogueRow } from "../frameworks/row.ts";
import { supportOf } from "../releases/support.ts";
import { today } from "../text/dates.ts";
import type { CompareView } from "./search-params.ts";

export interface Compared {
  framework: FrameworkView;
  row: CatalogueRow;
}

/** The frameworks of a comparison, in the order asked for; null when one of them doesn't exist. */
export async function getCompared(slugs: readonly string[], asOf: CompareView["asOf"]): Promise<Compared[] | null> {
  const rows = await getCatalogue();
  const found = await Promise.all(slugs.map((slug) => getFramework(slug)));
  const compared: Compared[] = [];
  for (const framework of found) {
    const row = rows.find((candidate) => candidate.slug === framework?.slug);
    if (!framework || !row) return null;
    compared.push(asOf === "now" ? { framework, row } : compareAsOf({ framework, row }, `${asOf}-12-31`));
  }
  return compared;
}

/** The last day that a comparison knows of. */
export function asOfDay(asOf: CompareView["asOf"]): string {
  return asOf === "now" ? today() : `${asOf}-12-31`;
}

/** What could have been said at the end of a past year: claims, verdicts, support, versions and stars of then. */
function compareAsOf({ framework, row }: Compared, day: string): Compared {
  // What the bench says, of scores and of claims, is of the present only.
  const claims = claimsAsOf(framework.claims, day).map((claim) => ({ ...claim, judged: null }));
  const support = supportOf(framework.releases, day);
  const stars = framework.stars.findLast((count) => count.date <= day);
  const count = (test: (claim: (typeof claims)[number]) => boolean) => claims.filter(test).length;
  return {
    framework: {
      ...framework,
      claims,
      scores: [],
      answers: [],
      measures: [],
      benchmarks: framework.benchmarks.filter((result) => result.run.date <= day),
    },
    row: {
      ...row,
      levels: levelsOf(claims),
      useCases: useCasesOf(claims),
      support: support.state,
      supportedUntil: support.until,
      latest: support.current?.cycle ?? null,
      latestReleased: support.current?.released ?? null,
      usage: null,
      stars: stars?.stars ?? null,
      starsAsOf: stars?.date ?? null,
      pros: count((claim) => claim.kind === "pro"),
      cons: count((claim) => claim.kind === "con"),
      claims: claims.length,
      confirmed: count((claim) => claim.verdict === "still-true"),
      contested: contestedOf(claims),
      scores: row.scores.map(() => null),
      rating: null,
      ratings: 0,
      votes: 0,
    },
  };
}
