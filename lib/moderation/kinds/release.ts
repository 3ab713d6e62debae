import "server-only";
import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import type { Transaction } from "../../db/index.ts";
import { isBefore, isEnd, type LineRow, lineRow, lineSpot, lineText } from "../../releases/corrected-line.ts";
import { isPartialDate } from "../../text/dates.ts";
import { markedSpot, rowIn } from "../corrected-row.ts";
import { correcting } from "../correcting.ts";
import { corrected, correctedShows, line, saysWhy, together } from "../fields.ts";
import { defineKind } from "../kind.ts";

interface Said {
  release: string;
  released: string;
  activeUntil: string;
  endOfLife: string;
  url: string;
  date: string;
  note: string;
}

const none = lineRow({ released: null, activeUntil: null, endOfLife: null });

const rowOf = ({ released, activeUntil, endOfLife, url, date, note }: Said): LineRow => ({
  released: released || null,
  activeUntil: activeUntil || null,
  endOfLife: endOfLife || null,
  source: url,
  asOf: date,
  note: note || null,
});

const end = z
  .string()
  .trim()
  .refine(isEnd, "A day such as 2027-04-30, “open” where no end is announced, “ended”, or nothing.")
  .default("");

const correctedLine = correcting<Said, LineRow>({
  spot: (tx, frameworkId, { release: cycle }) => spot(tx, frameworkId, cycle),
  rowOf,
  same: (a, b) => isDeepStrictEqual(rowIn(a), b),
  name: ({ release: cycle }) => `Release line ${cycle}`,
  textOf: lineText,
});

export const release = defineKind({
  name: "Corrected dates of a release line",
  schema: z
    .object({
      release: line(1, 40, "Which release line is it?"),
      released: z
        .string()
        .trim()
        .refine((text) => text === "" || isPartialDate(text), "A day such as 2026-11-24, a month, a year, or nothing.")
        .default(""),
      activeUntil: end,
      endOfLife: end,
      ...corrected,
    })
    .superRefine((body, context) => {
      const issue = (path: string, message: string) => context.addIssue({ code: "custom", path: [path], message });
      const { released, activeUntil, endOfLife } = body;
      if (isBefore(released, endOfLife)) issue("endOfLife", "This is before its release.");
      else if (isBefore(activeUntil, endOfLife)) issue("endOfLife", "This is before the end of full support.");
      const isKnown = [released, activeUntil, endOfLife].some(Boolean);
      if (!saysWhy(body, isKnown)) issue("why", "Say why it isn’t so, in a sentence.");
    }, together),
  shows: { release: null, released: null, activeUntil: null, endOfLife: null, ...correctedShows },
  needsModerator: true,
  ...correctedLine,
  known: async (tx, body, about) => {
    const where = { frameworkId: about.frameworkId ?? -1, cycle: body.release };
    return (await tx.release.count({ where })) === 0
      ? "There is no such release line here any more."
      : correctedLine.known(tx, body, about);
  },
});

/** The dates of a release line. One that the content has given up has none, and stays away. */
function spot(tx: Transaction, frameworkId: number, cycle: string) {
  return markedSpot<LineRow>(tx, frameworkId, lineSpot(cycle), {
    read: async () => {
      const found = await tx.release.findUnique({ where: { frameworkId_cycle: { frameworkId, cycle } } });
      return found ? lineRow(found) : none;
    },
    write: async (data) => {
      await tx.release.updateMany({ where: { frameworkId, cycle }, data });
    },
  });
}
