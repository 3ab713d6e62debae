import "server-only";
import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import {
  countedMeasures,
  figureText,
  type MeasureRow,
  measureOf,
  measureRow,
  measureSpot,
  unknownMeasure,
} from "../../bench/corrected-measure.ts";
import type { MeasureId } from "../../bench/measures.ts";
import type { Transaction } from "../../db/index.ts";
import { markedSpot, rowIn } from "../corrected-row.ts";
import { correcting } from "../correcting.ts";
import { corrected, correctedShows, saysWhy, together } from "../fields.ts";
import { defineKind } from "../kind.ts";

const ids = countedMeasures.map(({ id }) => id) as [MeasureId, ...MeasureId[]];

interface Said {
  measure: MeasureId;
  value: string;
  url: string;
  date: string;
  note: string;
}

/** The row that a correction puts there; of what is unknown there is nothing else to say. */
const rowOf = ({ value, url, date, note }: Said): MeasureRow =>
  value === "" ? unknownMeasure : measureRow({ value: Number(value), source: url, asOf: date, note: note || null });

export const measure = defineKind({
  name: "A corrected figure",
  schema: z
    .object({
      measure: z.enum(ids, { error: "Which figure is it? One that comes from a data set can’t be corrected by hand." }),
      value: z
        .string({ error: "What is right?" })
        .trim()
        .regex(/^\d{0,7}$/, "A whole number, in digits only."),
      ...corrected,
    })
    .superRefine((body, context) => {
      const issue = (path: string, message: string) => context.addIssue({ code: "custom", path: [path], message });
      if (body.value === "" && body.way === "improve") issue("value", "What is right?");
      if (!saysWhy(body, body.value !== "")) issue("why", "Say why it isn’t so, in a sentence.");
    }, together),
  shows: { measure: null, value: null, ...correctedShows },
  needsModerator: true,
  ...correcting<Said, MeasureRow>({
    spot: (tx, frameworkId, { measure: id }) => spot(tx, frameworkId, id),
    rowOf,
    same: (a, b) => isDeepStrictEqual(rowIn(a), b),
    name: ({ measure: id }) => measureOf(id)?.name ?? id,
    textOf: ({ value }, { measure: id }) => figureText(id, value),
  }),
});

/** Where a figure stands: no row where it is unknown. */
function spot(tx: Transaction, frameworkId: number, id: string) {
  const key = { frameworkId, measure: id };
  const where = { frameworkId_measure: key };
  return markedSpot<MeasureRow>(tx, frameworkId, measureSpot(id), {
    read: async () => measureRow((await tx.measureValue.findUnique({ where })) ?? unknownMeasure),
    write: async ({ value, ...read }) => {
      if (value === null) await tx.measureValue.deleteMany({ where: key });
      else await tx.measureValue.upsert({ where, create: { ...key, value, ...read }, update: { value, ...read } });
    },
  });
}
