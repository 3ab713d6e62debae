import "server-only";
import { z } from "zod";
import { verdicts } from "../../claims/rules.ts";
import { toClaim } from "../../claims/view.ts";
import { db } from "../../db/index.ts";
import { routes } from "../../site/routes.ts";
import { defineChange } from "../kind.ts";

const nameOf = (verdict: string) => verdicts.find(({ id }) => id === verdict)?.name ?? verdict;

/** A verdict that is another one than at the last look. The first look at a claim is no change. */
export const verdict = defineChange({
  detail: z.object({
    claim: z.string(),
    slug: z.string(),
    from: z.string(),
    to: z.string(),
    /** Whether the claim is in the content's words, not in a reader's. */
    ours: z.boolean().default(false),
  }),
  ahead: false,
  history: true,
  together: false,
  async *look(frameworks, day) {
    const seen = new Map((await db().claimVerdict.findMany()).map((one) => [one.claimId, one.verdict]));
    for (const { id: frameworkId, releases, claims } of frameworks)
      for (const row of claims) {
        const { verdict: now, text, slug } = toClaim(row, releases, day);
        const ours = row.suggestionId === null && row.wordingId === null;
        const before = seen.get(row.id) ?? null;
        if (before === now || !(await moveMark(row.id, before, now)) || before === null) continue;
        yield {
          frameworkId,
          subject: `${row.id} ${before} ${now} ${new Date().toISOString()}`,
          detail: { claim: text, slug, from: nameOf(before), to: nameOf(now), ours },
        };
      }
  },
  tell: ({ claim, slug, from, to }, framework) => ({
    title: `${framework.name}: “${claim}” is now ${to.toLowerCase()}`,
    text: `The verdict was ${from.toLowerCase()} before.`,
    path: `${routes.framework(framework.slug)}#claim-${slug}`,
  }),
  write: ({ claim, from, to, ours }) =>
    `${ours ? `“${claim}”` : "A claim in a reader’s words"} is now ${to.toLowerCase()}; it was ${from.toLowerCase()} before.`,
});

/** Whoever moves the mark writes the change: of several instances, one. */
async function moveMark(claimId: number, before: string | null, now: string): Promise<boolean> {
  const moved =
    before === null
      ? await db()
          .$executeRaw`INSERT INTO claim_verdict (claim_id, verdict) VALUES (${claimId}, ${now}) ON CONFLICT DO NOTHING`
      : await db()
          .$executeRaw`UPDATE claim_verdict SET verdict = ${now} WHERE claim_id = ${claimId} AND verdict = ${before}`;
  return moved > 0;
}
