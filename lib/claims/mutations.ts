import "server-only";
import { touched } from "../cache/refresh.ts";
import { db } from "../db/index.ts";
import { matureIfDue } from "../people/mutations.ts";
import { Refusal } from "../request/refusal.ts";

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
  // One statement: the claim is looked up, and the vote written, only where it is newer.
  const [target] = await db().$queryRaw<{ slug: string; changed: boolean }[]>`
    WITH target AS (
      SELECT c.id, f.slug FROM claim c JOIN framework f ON f.id = c.framework_id
      WHERE c.id = ${claimId} AND c.retired_at IS NULL AND f.retired_at IS NULL
    ), written AS (
      INSERT INTO vote (person_id, claim_id, value, sequence)
      SELECT ${personId}::uuid, id, ${value}::smallint, ${at}::bigint FROM target
      ON CONFLICT (person_id, claim_id) DO UPDATE SET value = EXCLUDED.value, sequence = EXCLUDED.sequence, at = now()
      WHERE vote.sequence < EXCLUDED.sequence
      RETURNING 1
    )
    SELECT slug, EXISTS (SELECT FROM written) AS changed FROM target`;
  if (!target) throw new Refusal("There is no such claim any more.", { status: 404 });
  if (target.changed) touched(target.slug);
  const row = await readVote(personId, claimId);
  // This may be what makes the account count; then its votes all do.
  if (target.changed && !row.counted && (await matureIfDue(personId))) return readVote(personId, claimId);
  return row;
}

/** The vote as it is, with the numbers after it: a statement of its own, since triggers' work isn't seen in theirs. */
async function readVote(personId: string, claimId: number): Promise<VoteResult> {
  const [row] = await db().$queryRaw<VoteResult[]>`
    SELECT v.value, v.counted, t.yes, t.no FROM vote v JOIN claim_tally t ON t.claim_id = v.claim_id
    WHERE v.person_id = ${personId}::uuid AND v.claim_id = ${claimId}`;
  if (!row) throw new Refusal("Your account was deleted meanwhile.", { status: 401 });
  return row;
}
