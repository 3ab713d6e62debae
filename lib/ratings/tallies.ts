import { type Distribution, experiences, type RatingTallyView } from "./rules.ts";

export const tallySelect = {
  criterion: true,
  experience: true,
  n1: true,
  n2: true,
  n3: true,
  n4: true,
  n5: true,
  everyone: true,
} as const;

interface TallyRow {
  criterion: string;
  experience: string;
  n1: number;
  n2: number;
  n3: number;
  n4: number;
  n5: number;
  everyone: number;
}

/** Tallies of ratings as the rules take them, those that nobody gave left out. */
export function toRatings(rows: readonly TallyRow[]): RatingTallyView[] {
  return rows.flatMap(({ criterion, experience, n1, n2, n3, n4, n5, everyone }) => {
    const known = experiences.find(({ id }) => id === experience);
    if (!known || everyone === 0) return [];
    const distribution: Distribution = [n1, n2, n3, n4, n5];
    return [{ criterion: criterion as RatingTallyView["criterion"], experience: known.id, distribution, everyone }];
  });
}
