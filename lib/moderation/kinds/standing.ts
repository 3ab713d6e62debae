import "server-only";
import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import type { Transaction } from "../../db/index.ts";
import { type StandingRow, standingSpot, standingText, unknownStanding } from "../../frameworks/corrected-standing.ts";
import { standings } from "../../frameworks/standing.ts";
import { markedSpot, rowIn } from "../corrected-row.ts";
import { correcting } from "../correcting.ts";
import { corrected, correctedShows, saysWhy, together } from "../fields.ts";
import { defineKind } from "../kind.ts";

interface Said {
  standing: string;
  url: string;
  date: string;
  note: string;
}

/** The row that a correction puts there; of what is unknown there is nothing else to say. */
const rowOf = ({ standing: value, url, date, note }: Said): StandingRow =>
  value === "unknown" ? unknownStanding : { value, source: url, asOf: date, note: note || null };

export const standing = defineKind({
  name: "A corrected standing",
  schema: z
    .object({
      standing: z.enum(["unknown", ...standings.map(({ id }) => id)], { error: "What is right?" }),
      ...corrected,
    })
    .superRefine((body, context) => {
      if (!saysWhy(body, body.standing !== "unknown"))
        context.addIssue({ code: "custom", path: ["why"], message: "Say why it isn’t so, in a sentence." });
    }, together),
  shows: { standing: null, ...correctedShows },
  needsModerator: true,
  ...correcting<Said, StandingRow>({
    spot,
    rowOf,
    same: (a, b) => isDeepStrictEqual(rowIn(a), b),
    name: () => "Standing",
    textOf: ({ value }) => standingText(value),
  }),
});

/** The standing is part of the framework's own row. */
function spot(tx: Transaction, id: number) {
  return markedSpot<StandingRow>(tx, id, standingSpot, {
    read: async () => {
      const row = await tx.framework.findUniqueOrThrow({ where: { id } });
      return { value: row.standing, source: row.standingSource, asOf: row.standingAsOf, note: row.standingNote };
    },
    write: async ({ value, source, asOf, note }) => {
      const data = { standing: value, standingSource: source, standingAsOf: asOf, standingNote: note };
      await tx.framework.update({ where: { id }, data });
    },
  });
}
