import "server-only";
import { touched } from "../cache/refresh.ts";
import { criterionIds } from "../claims/criteria.ts";
import { db } from "../db/index.ts";
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

/** Sets a person's rating of a framework, whole: what it had and the new one hasn't goes. Throws a `Refusal` (404). */
export async function rate(personId: string, slug: string, input: RatingInput): Promise<void> {
  const { overall, criteria, experience, years, stillUsing, review } = input;
  const scores = [
    ["overall", overall] as const,
    ...criterionIds.flatMap((id) => (criteria[id] === undefined ? [] : [[id, criteria[id]] as const])),
  ];
  const done = await change(personId, slug, async (tx, frameworkId) => {
    const values = { experience, years, stillUsing, review, updatedAt: new Date() };
    await tx.rating.upsert({
      where: { personId_frameworkId: { personId, frameworkId } },
      create: { personId, frameworkId, ...values },
      update: values,
    });
    await tx.ratingScore.deleteMany({
      where: { personId, frameworkId, criterion: { notIn: scores.map(([criterion]) => criterion) } },
    });
    for (const [criterion, value] of scores)
      await tx.$executeRaw`
        INSERT INTO rating_score (person_id, framework_id, criterion, value)
        VALUES (${personId}::uuid, ${frameworkId}, ${criterion}, ${value})
        ON CONFLICT (person_id, framework_id, criterion) DO UPDATE SET value = EXCLUDED.value
        WHERE rating_score.value <> EXCLUDED.value`;
  });
  if (!done) throw new Refusal("There is no such framework.", { status: 404 });
  await matureIfDue(personId);
}

/** Takes a rating back. One that isn't there is no error. */
export async function withdraw(personId: string, slug: string): Promise<void> {
  await change(personId, slug, async (tx, frameworkId) => {
    await tx.rating.deleteMany({ where: { personId, frameworkId } });
  });
}

type Transaction = Parameters<Parameters<ReturnType<typeof db>["$transaction"]>[0]>[0];

async function change(
  personId: string,
  slug: string,
  work: (tx: Transaction, frameworkId: number) => Promise<void>,
): Promise<boolean> {
  const framework = await db().framework.findFirst({ where: { slug, retiredAt: null }, select: { id: true } });
  if (!framework) return false;
  await db().$transaction(async (tx) => {
    // First the person, then the framework's numbers: whoever changes a standing takes them in the same order.
    const person = await tx.$queryRaw<unknown[]>`SELECT 1 FROM person WHERE id = ${personId}::uuid FOR SHARE`;
    if (person.length === 0) throw new Refusal("Your account was deleted meanwhile.", { status: 401 });
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`rating ${framework.id}`}, 0))`;
    await work(tx, framework.id);
  });
  touched(slug);
  return true;
}
