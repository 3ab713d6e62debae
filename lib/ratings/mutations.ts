import "server-only";
import { touched } from "../cache/refresh.ts";
import { criterionIds } from "../claims/criteria.ts";
import { db } from "../db/index.ts";
import { run, type Verb } from "../db/verb.ts";
import { matureIfDue } from "../people/mutations.ts";
import { Refusal } from "../request/refusal.ts";
import type { Experience } from "./rules.ts";

export interface RatingInput {
  overall: number;
  /** By criterion; those that are left out are not rated. */
  criteria: Partial<Record<string, number>>;
  experience: Experience;
  years: number | null;
  stillUsing: boolean | null;
  review: string | null;
}

/** Sets a person's rating of a framework, whole: what it had and the new one hasn't goes. */
export function setRating(slug: string, input: RatingInput): Verb {
  const { overall, criteria, experience, years, stillUsing, review } = input;
  const scores = [
    ["overall", overall] as const,
    ...criterionIds.flatMap((id) => (criteria[id] === undefined ? [] : [[id, criteria[id]] as const])),
  ];
  const [ids, values] = [scores.map(([id]) => id), scores.map(([, value]) => value)];
  return { name: "set_rating", values: [slug, experience, years, stillUsing, review, ids, values] };
}

/** What came of `setRating`. Throws a `Refusal` (404) for an unknown framework. */
export async function rated(personId: string, slug: string, [done]: readonly unknown[]): Promise<void> {
  if (done === undefined) throw new Refusal("There is no such framework.", { status: 404 });
  if (done !== true) throw new Refusal("Your account was deleted meanwhile.", { status: 401 });
  touched(slug);
  await matureIfDue(personId);
}

/** The same at once, for whom was let in already. */
export async function rate(personId: string, slug: string, input: RatingInput): Promise<void> {
  await rated(personId, slug, await run(personId, setRating(slug, input)));
}

/** Takes a rating back. One that isn't there is no error. */
export async function withdraw(personId: string, slug: string): Promise<void> {
  const framework = await db().framework.findFirst({ where: { slug, retiredAt: null }, select: { id: true } });
  if (!framework) return;
  await db().$transaction(async (tx) => {
    // First the person, then the framework's numbers: whoever changes a standing takes them in the same order.
    const person = await tx.$queryRaw<unknown[]>`SELECT 1 FROM person WHERE id = ${personId}::uuid FOR SHARE`;
    if (person.length === 0) throw new Refusal("Your account was deleted meanwhile.", { status: 401 });
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`rating ${framework.id}`}, 0))`;
    await tx.rating.deleteMany({ where: { personId, frameworkId: framework.id } });
  });
  touched(slug);
}
