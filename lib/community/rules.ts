// Whose votes and ratings count, and from when on. Printed on the page on integrity, which takes its numbers from here.
const day = 86_400_000;

/** Milliseconds since the account was made, days of use, and things said, before an account counts. */
export const maturity = { age: 3 * day, activeDays: 2, contributions: 3 } as const;

export const standings = {
  new: "not yet",
  counted: "counts",
  discounted: "discounted",
} as const;
export type Standing = keyof typeof standings;

/** Votes on either side from which on a claim with a divided public is called controversial. */
export const controversialFrom = 5;

/**
 * Whether many say yes and many say no: at least five on the smaller side, and that at least a third of all.
 * Worked: 9 yes, 5 no → yes; 20 yes, 5 no → no; 4 yes, 4 no → no.
 */
export function isControversial({ yes, no }: { yes: number; no: number }): boolean {
  const smaller = Math.min(yes, no);
  return smaller >= controversialFrom && smaller * 3 >= yes + no;
}
