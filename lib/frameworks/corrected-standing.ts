import { standings } from "./standing.ts";

/** What a correction of the standing replaces. A value of `null` is unknown. */
export interface StandingRow {
  value: string | null;
  source: string | null;
  asOf: string | null;
  note: string | null;
}

/** What isn't known has no source either. */
export const unknownStanding: StandingRow = { value: null, source: null, asOf: null, note: null };

/** A standing in words. */
export const standingText = (value: string | null): string =>
  standings.find(({ id }) => id === value)?.name ?? "unknown";

/** The spot of the standing: what its corrections are kept by. */
export const standingSpot = "standing";
