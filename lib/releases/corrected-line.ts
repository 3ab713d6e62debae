import { isPartialDate } from "../text/dates.ts";
import { type Cycle, type EndDate, endText } from "./support.ts";

/** What a correction of a release line replaces: its dates, and where they were read. */
export interface LineRow {
  released: string | null;
  activeUntil: EndDate;
  endOfLife: EndDate;
  source: string | null;
  asOf: string | null;
  note: string | null;
}

export const lineRow = ({
  released,
  activeUntil,
  endOfLife,
  source = null,
  asOf = null,
  note = null,
}: Pick<Cycle, keyof LineRow>): LineRow => ({ released, activeUntil, endOfLife, source, asOf, note });

const ended = (end: EndDate) => endText(end) || "not published";

/** "released 2025-04-02, full support until 2025-12-03, end of life 2028-04-30". */
export const lineText = ({ released, activeUntil, endOfLife }: LineRow): string =>
  `released ${released ?? "on an unknown day"}, full support until ${ended(activeUntil)}, end of life ${ended(endOfLife)}`;

/** How the end of support is typed where it is no day. Kept as it is: words of the database. */
export const endWords = ["open", "ended"] as const;

/** Of what was typed: while a form is wrong, it may be anything. */
const isDay = (text: unknown): text is string => typeof text === "string" && text.length === 10 && isPartialDate(text);

/** Whether a text is an end of support: a day, one of the words, or nothing where none is published. */
export const isEnd = (text: string): boolean => text === "" || isDay(text) || endWords.some((word) => word === text);

/** Whether both are days, and the second comes before the first. */
export const isBefore = (first: unknown, second: unknown): boolean => isDay(first) && isDay(second) && second < first;

/** The spot of a line: what its corrections are kept by. */
export const lineSpot = (cycle: string) => `release ${cycle}`;
