import "server-only";
import { db } from "../db/index.ts";

/** How a person rated frameworks, for them to take along. */
export async function ratingData(personId: string) {
  return db().rating.findMany({
    where: { personId },
    orderBy: { createdAt: "asc" },
    select: {
      framework: { select: { slug: true } },
      experience: true,
      years: true,
      stillUsing: true,
      review: true,
      createdAt: true,
      updatedAt: true,
      scores: { select: { criterion: true, value: true } },
    },
  });
}

/** Which of their reviews a moderator hid, and why. */
export async function hiddenReviewData(personId: string) {
  return db().hiddenReview.findMany({
    where: { personId },
    select: { framework: { select: { slug: true } }, because: true },
  });
}
