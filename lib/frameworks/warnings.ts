import { addDays, type Cycle, lastDay, supportOf } from "../releases/support.ts";
import { isClosed, type Standing } from "./standing.ts";

export interface Warning {
  id: "closed" | "ended" | "ending" | "quiet" | "contested";
  title: string;
  text: string;
}

export interface WarningInput {
  name: string;
  standing: Standing | null;
  cycles: readonly Cycle[];
  latestReleased: string | null;
  claims: number;
  contested: number;
}

/** Days without a release from which a framework counts as quiet: 18 months. */
export const quietDays = 548;

/** Share of claims that are contested from which a reader is told first. */
export const contestedShare = 1 / 3;

/**
 * At most one warning for a framework, the gravest: not for new work, support ended, ends within six months, no release
 * for 18 months, a third of its claims (of six or more) contested. Null when none applies.
 */
export function warningOf(input: WarningInput, day: string): Warning | null {
  const { name, standing, latestReleased, claims, contested } = input;
  if (isClosed(standing))
    return {
      id: "closed",
      title: "Not for new work",
      text:
        standing === "ended"
          ? `Nobody works on ${name} any more.`
          : `${name} gets fixes only: its makers mean new work to start on something else.`,
    };
  const support = supportOf(input.cycles, day);
  if (support.state === "ended")
    return { id: "ended", title: "Support has ended", text: `No release line of ${name} gets fixes any more.` };
  if (support.state === "ending")
    return {
      id: "ending",
      title: `Support ends on ${support.until}`,
      text: `That is the last supported release line of ${name} that we know of.`,
    };
  if (latestReleased !== null && addDays(lastDay(latestReleased), quietDays) < day)
    return {
      id: "quiet",
      title: "No release for 18 months",
      text: `The newest release of ${name} that we know of is of ${latestReleased}. It may be finished rather than left: read on.`,
    };
  if (claims >= 6 && contested / claims >= contestedShare)
    return {
      id: "contested",
      title: "Much of this is contested",
      text: `${contested} of ${claims} claims on ${name} are partly true, disputed or outdated. Look at their sources.`,
    };
  return null;
}
