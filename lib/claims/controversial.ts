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
