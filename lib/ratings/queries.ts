import "server-only";
import { db } from "../db/index.ts";

/** A person's own rating of a framework, for its form; null when they haven't rated it. */
export async function getOwnRating(personId: string, slug: string) {
  const row = await db().rating.findFirst({
    where: { personId, framework: { slug } },
    select: {
      experience: true,
      years: true,
      stillUsing: true,
      review: true,
      updatedAt: true,
      scores: { select: { criterion: true, value: true } },
    },
  });
  return (
    row && {
      ...row,
      updatedAt: row.updatedAt.toISOString(),
      scores: Object.fromEntries(row.scores.map(({ criterion, value }) => [criterion, value])) as Record<
        string,
        number | undefined
      >,
    }
  );
}

/** Why a moderator hid what a person wrote of a framework; null while it is shown. */
export async function getHiddenBecause(personId: string, slug: string): Promise<string | null> {
  const row = await db().hiddenReview.findFirst({
    where: { personId, framework: { slug } },
    select: { because: true },
  });
  return row?.because ?? null;
}

/** A person's own votes: value by the claim's id. Only those that stand. */
export async function getOwnVotes(personId: string): Promise<Record<number, number>> {
  const rows = await db().vote.findMany({
    where: { personId, value: { not: 0 } },
    select: { claimId: true, value: true },
  });
  return Object.fromEntries(rows.map(({ claimId, value }) => [claimId, value]));
}

/** Slugs of what a person has rated. */
export async function getRatedSlugs(personId: string): Promise<string[]> {
  const rows = await db().rating.findMany({ where: { personId }, select: { framework: { select: { slug: true } } } });
  return rows.map(({ framework }) => framework.slug);
}
