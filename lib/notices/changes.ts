import "server-only";
import { type Verdict, verdicts } from "../claims/rules.ts";
import { claimSelect } from "../claims/select.ts";
import { toClaim } from "../claims/view.ts";
import { db } from "../db/index.ts";
import { supportOf } from "../releases/support.ts";
import { today } from "../text/dates.ts";

/** Days before the end of support from which it is near. */
export const nearEnd = 90;

const nameOf = (verdict: string) => verdicts.find(({ id }) => id === verdict)?.name ?? verdict;

/**
 * Looks at every verdict and support date and writes down what changed since the last look: votes, suggestions, new
 * content and the passing of time all show here, whichever it was. The first look at a claim is no change. Several
 * instances may look at once: a change is written once.
 */
export async function lookForChanges(): Promise<number> {
  const day = today();
  const frameworks = await db().framework.findMany({
    where: { retiredAt: null },
    select: {
      id: true,
      releases: { orderBy: { position: "asc" } },
      claims: { where: { retiredAt: null }, select: claimSelect },
    },
  });
  const seen = new Map((await db().claimVerdict.findMany()).map(({ claimId, verdict }) => [claimId, verdict]));
  let changes = 0;
  for (const { id: frameworkId, releases, claims } of frameworks) {
    for (const row of claims) {
      const { verdict, text, slug } = toClaim(row, releases, day);
      const before = seen.get(row.id);
      if (before === verdict) continue;
      changes += await noteVerdict(frameworkId, { id: row.id, text, slug }, before ?? null, verdict);
    }
    const { state, until, current } = supportOf(releases, day);
    if (current && until && /^\d{4}-\d{2}-\d{2}$/.test(until) && state !== "ended" && daysUntil(until, day) <= nearEnd)
      changes += await write(frameworkId, "support", `${current.cycle} ${until}`, { cycle: current.cycle, until });
  }
  return changes;
}

async function noteVerdict(
  frameworkId: number,
  claim: { id: number; text: string; slug: string },
  before: string | null,
  verdict: Verdict,
): Promise<number> {
  // Whoever moves the mark writes the change: of several instances, one.
  const moved =
    before === null
      ? await db()
          .$executeRaw`INSERT INTO claim_verdict (claim_id, verdict) VALUES (${claim.id}, ${verdict}) ON CONFLICT DO NOTHING`
      : await db()
          .$executeRaw`UPDATE claim_verdict SET verdict = ${verdict} WHERE claim_id = ${claim.id} AND verdict = ${before}`;
  if (moved === 0 || before === null) return 0;
  return write(frameworkId, "verdict", `${claim.id} ${before} ${verdict} ${new Date().toISOString()}`, {
    claim: claim.text,
    slug: claim.slug,
    from: nameOf(before),
    to: nameOf(verdict),
  });
}

async function write(frameworkId: number, kind: string, subject: string, detail: object): Promise<number> {
  const { count } = await db().change.createMany({
    data: [{ frameworkId, kind, subject, detail }],
    skipDuplicates: true,
  });
  return count;
}

function daysUntil(day: string, from: string): number {
  return (Date.parse(day) - Date.parse(from)) / 86_400_000;
}
