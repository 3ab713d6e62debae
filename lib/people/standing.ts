// Whose votes and ratings count, and from when on. Printed on the page on integrity, which takes its numbers from here.
import { day } from "../text/durations.ts";

/** Milliseconds since the account was made, days of use, and things said, before an account counts. */
export const maturity = { age: 3 * day, activeDays: 2, contributions: 3 } as const;

export const standings = {
  new: "not yet",
  counted: "counts",
  held: "not until a moderator decides",
  discounted: "discounted",
} as const;
export type Standing = keyof typeof standings;
