import "server-only";
import { touched } from "../cache/refresh.ts";
import { db } from "../db/index.ts";
import { run, type Verb } from "../db/verb.ts";
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
 * a newer.
 * @param sequence microseconds since 1970 of the click; at most a minute ahead of our clock is believed
 */
export function setVote(claimId: number, value: -1 | 0 | 1, sequence: bigint): Verb {
  const latest = BigInt(Date.now() + 60_000) * 1_000n;
  return { name: "set_vote", values: [claimId, value, (sequence > latest ? latest : sequence).toString()] };
}

/**
 * What came of `setVote`, which is committed by now; the numbers are those after it. Throws a `Refusal` (404) for an unknown
 * claim.
 */
export async function voted(personId: string, claimId: number, [row]: readonly unknown[]): Promise<VoteResult> {
  if (!row) throw new Refusal("There is no such claim any more.", { status: 404 });
  const { slug, changed, ...result } = row as VoteResult & { slug: string; changed: boolean };
  if (changed) touched(slug);
  // This may be what makes the account count; then its votes all do.
  return changed && !result.counted && (await matureIfDue(personId)) ? readVote(personId, claimId) : result;
}

/** The same at once, for whom was let in already. */
export async function vote(
  personId: string,
  claimId: number,
  value: -1 | 0 | 1,
  sequence: bigint,
): Promise<VoteResult> {
  return voted(personId, claimId, await run(personId, setVote(claimId, value, sequence)));
}

async function readVote(personId: string, claimId: number): Promise<VoteResult> {
  const [row] = await db().$queryRaw<VoteResult[]>`
    SELECT v.value, v.counted, t.yes, t.no FROM vote v JOIN claim_tally t ON t.claim_id = v.claim_id
    WHERE v.person_id = ${personId}::uuid AND v.claim_id = ${claimId}`;
  if (!row) throw new Refusal("Your account was deleted meanwhile.", { status: 401 });
  return row;
}
