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

/** Slugs of what a person has rated. */
export async function getRatedSlugs(personId: string): Promise<string[]> {
  const rows = await db().rating.findMany({ where: { personId }, select: { framework: { select: { slug: true } } } });
  return rows.map(({ framework }) => framework.slug);
}

export interface Review {
  /** What it is named by in public: never its author. */
  id: string;
  text: string;
  experience: string;
  years: number | null;
  stillUsing: boolean | null;
  overall: number | null;
  at: string;
}

/** The newest ten reviews of a framework, of accounts that count and that no moderator hid. */
export async function getReviews(slug: string): Promise<Review[]> {
  const rows = await db().rating.findMany({
    where: {
      framework: { slug },
      review: { not: null },
      person: { standing: "counted", hiddenReviews: { none: { framework: { slug } } } },
    },
    orderBy: { updatedAt: "desc" },
    take: 10,
    select: {
      reviewId: true,
      review: true,
      experience: true,
      years: true,
      stillUsing: true,
      updatedAt: true,
      scores: { where: { criterion: "overall" }, select: { value: true } },
    },
  });
  return rows.map(({ scores, reviewId, review, updatedAt, ...said }) => ({
    ...said,
    id: reviewId,
    text: review ?? "",
    overall: scores[0]?.value ?? null,
    at: updatedAt.toISOString(),
  }));
}
