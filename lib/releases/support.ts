import { isoDay } from "../text/dates.ts";

/** Support dates: what state a release line, and with it a framework, is in on a given ISO day. */

/** ISO day, "open" (no end announced), "ended" (over, day unknown) or null (not published). */
export type EndDate = string | null;

export interface Cycle {
  cycle: string;
  released: string | null;
  latest: string | null;
  latestReleased: string | null;
  activeUntil: EndDate;
  endOfLife: EndDate;
  extendedUntil: EndDate;
  lts: boolean;
  runtime: string | null;
  /** Where its dates were read, where a reader corrected them; nothing where that is the framework's own source. */
  source?: string | null;
  asOf?: string | null;
  note?: string | null;
}

/** An end date in words: the day where it is known, "" where nothing is published. */
export function endText(end: EndDate): string {
  return end === "open" ? openEnd : (end ?? "");
}

/** What is said of support without an end date. */
export const openEnd = "no end announced";

/** Days before the end of support from which it counts as ending. */
export const endingDays = 183;

export type CycleState = "active" | "security" | "ended" | "unreleased" | "unknown";

export const cycleStateNames: Record<CycleState, string> = {
  active: "Supported",
  security: "Security fixes only",
  ended: "Ended",
  unreleased: "Not released yet",
  unknown: "Not published",
};

export const supportStates = [
  { id: "supported", name: "Supported", meaning: "At least one release line gets fixes for more than six months." },
  { id: "ending", name: "Ends within six months", meaning: `The last supported line ends within ${endingDays} days.` },
  { id: "ended", name: "Ended", meaning: "Every release line is past its end of life." },
  { id: "unpublished", name: "No published policy", meaning: "We found no dated support policy." },
] as const;

export type SupportState = (typeof supportStates)[number]["id"];

/** Whether an end date has passed: on its last day a version is still supported. */
export function isOver(end: EndDate, day: string): boolean {
  return end === "ended" || (end !== null && end !== "open" && end < day);
}

export function cycleState(cycle: Cycle, day: string): CycleState {
  if (cycle.released !== null && cycle.released > day) return "unreleased";
  if (isOver(cycle.endOfLife, day)) return "ended";
  if (isOver(cycle.activeUntil, day)) return "security";
  return cycle.endOfLife === null && cycle.activeUntil === null ? "unknown" : "active";
}

export function addDays(day: string, days: number): string {
  return isoDay(new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000));
}

export interface Support {
  state: SupportState;
  /** The latest end among supported lines: an ISO day, "open", or null when not published. */
  until: EndDate;
  /** The newest released line. */
  current: Cycle | null;
}

export function supportOf(cycles: readonly Cycle[], day: string): Support {
  const current = cycleAt(cycles, day);
  const supported = cycles.filter((cycle) => ["active", "security"].includes(cycleState(cycle, day)));
  if (supported.length === 0) {
    const known = cycles.some((cycle) => cycleState(cycle, day) === "ended");
    const unknown = cycles.some((cycle) => cycleState(cycle, day) === "unknown");
    return { state: known && !unknown ? "ended" : "unpublished", until: null, current };
  }
  const ends = supported.map((cycle) => cycle.endOfLife);
  const until = ends.includes("open")
    ? "open"
    : ends.reduce<EndDate>((latest, end) => (end !== null && (latest === null || end > latest) ? end : latest), null);
  const ending = until !== null && until !== "open" && until <= addDays(day, endingDays);
  return { state: ending ? "ending" : "supported", until, current };
}

/** A partial date as its last day at most: "2024" → "2024-12-31", so that a year counts as known at its end. */
export function lastDay(date: string): string {
  if (date.length === 4) return `${date}-12-31`;
  if (date.length === 7) return isoDay(new Date(Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5)), 0)));
  return date;
}

/** The newest line released by that day, by release date; null when none is known. */
export function cycleAt(cycles: readonly Cycle[], date: string): Cycle | null {
  const day = lastDay(date);
  let found: Cycle | null = null;
  for (const cycle of cycles) {
    if (cycle.released === null || cycle.released > day) continue;
    if (found === null || cycle.released > (found.released ?? "")) found = cycle;
  }
  return found;
}

/** End of life of the line that was current at a date: an ISO day, or null when there is none or it is not known. */
export function versionEnd(cycles: readonly Cycle[], date: string): string | null {
  const end = cycleAt(cycles, date)?.endOfLife ?? null;
  if (end === "ended") return lastDay(date);
  return end === "open" ? null : end;
}

/** "until 2027-12-31", what says that no end is announced, or "" when not published. */
function untilText(end: EndDate): string {
  if (end === "open") return openEnd;
  return end === null || end === "ended" ? "" : `until ${end}`;
}

/**
 * Until when it is supported, in words: the newest line, and the one that is supported longest where that is another.
 * Worked: "6.1 until 2027-12-31; LTS line 5.2 until 2028-04-30".
 */
export function supportText(cycles: readonly Cycle[], day: string): string {
  const { state, until, current } = supportOf(cycles, day);
  const name = supportStates.find(({ id }) => id === state)?.name ?? "";
  if (until === null || current === null) return name;
  const longest = cycles.find((cycle) => cycle.endOfLife === until && !isOver(cycle.endOfLife, day)) ?? current;
  const own = untilText(current.endOfLife);
  const newest = `${current.cycle}${own ? ` ${own}` : ", no end published"}`;
  if (longest.cycle === current.cycle) return `${name}: ${newest}`;
  return `${name}: ${newest}; ${longest.lts ? "LTS line " : "line "}${longest.cycle} ${untilText(until)}`;
}
