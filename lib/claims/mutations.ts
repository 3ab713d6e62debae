import "server-only";
import { matureIfDue } from "../community/mutations.ts";
import { touched } from "../community/refresh.ts";
import { db } from "../db/index.ts";
import { Refusal } from "../refusal.ts";

export interface VoteResult {
  /** What the person's vote is now: the newest click's, whichever arrived last. */
  value: -1 | 0 | 1;
  counted: boolean;
  yes: number;
  no: number;
}

/**
 * Sets a person's vote on a claim. Idempotent: the same click again changes nothing, and an older one never overwrites
 * a newer. Committed when it returns; the numbers are those after it. Throws a `Refusal` (404) for an unknown claim.
 * @param sequence microseconds since 1970 of the click; at most a minute ahead of our clock is believed
 */
export async function vote(
  personId: string,
  claimId: number,
  value: -1 | 0 | 1,
  sequence: bigint,
): Promise<VoteResult> {
  const latest = BigInt(Date.now() + 60_000) * 1_000n;
  const at = sequence > latest ? latest : sequence;
  const claim = await db().claim.findFirst({
    where: { id: claimId, retiredAt: null, framework: { retiredAt: null } },
    select: { framework: { select: { slug: true } } },
  });
  if (!claim) throw new Refusal("There is no such claim any more.", { status: 404 });
  const changed = await db().$executeRaw`
    INSERT INTO vote (person_id, claim_id, value, sequence) VALUES (${personId}::uuid, ${claimId}, ${value}, ${at})
    ON CONFLICT (person_id, claim_id) DO UPDATE SET value = EXCLUDED.value, sequence = EXCLUDED.sequence, at = now()
    WHERE vote.sequence < EXCLUDED.sequence`;
  if (changed > 0) {
    await matureIfDue(personId);
    touched(claim.framework.slug);
  }
  const [row] = await db().$queryRaw<VoteResult[]>`
    SELECT v.value, v.counted, t.yes, t.no FROM vote v JOIN claim_tally t ON t.claim_id = v.claim_id
    WHERE v.person_id = ${personId}::uuid AND v.claim_id = ${claimId}`;
  if (!row) throw new Refusal("Your account was deleted meanwhile.", { status: 410 });
  return row;
}
