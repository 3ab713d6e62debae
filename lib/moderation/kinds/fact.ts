import "server-only";
import { z } from "zod";
import { Prisma } from "../../db/generated/client.ts";
import type { Transaction } from "../../db/index.ts";
import {
  type CorrectableFact,
  correctableFacts,
  type FactRow,
  factRow,
  parseFact,
  sameFact,
} from "../../frameworks/corrected-fact.ts";
import { factText } from "../../frameworks/facts.ts";
import type { Standing } from "../corrected-row.ts";
import { correcting } from "../correcting.ts";
import { corrected, correctedShows, line, saysWhy, together } from "../fields.ts";
import { defineKind } from "../kind.ts";

const keys = correctableFacts.map(({ key }) => key) as [CorrectableFact, ...CorrectableFact[]];
const none: FactRow = { value: null, source: null, asOf: null, note: null, editorial: false };

interface Said {
  fact: CorrectableFact;
  value: string;
  url: string;
  date: string;
  note: string;
}

/** The row that a correction puts there; of what is unknown there is nothing else to say. */
const rowOf = ({ fact: key, value, url, date, note }: Said): FactRow =>
  value === "" ? none : { ...none, value: parseFact(key, value), source: url, asOf: date, note: note || null };

export const fact = defineKind({
  name: "A corrected fact",
  schema: z
    .object({
      fact: z.enum(keys, { error: "Which fact is it?" }),
      value: line(0, 300, "What is right?"),
      ...corrected,
    })
    .superRefine((body, context) => {
      const issue = (path: string, message: string) => context.addIssue({ code: "custom", path: [path], message });
      const { fact: key, value, way } = body;
      if (value === "" && way === "improve") issue("value", "What is right?");
      if (value && keys.includes(key) && parseFact(key, value) === null)
        issue("value", "This doesn’t fit the fact: write it as it stands on the page.");
      if (!saysWhy(body, value !== "")) issue("why", "Say why it isn’t so, in a sentence.");
    }, together),
  shows: { fact: null, value: null, ...correctedShows },
  needsModerator: false,
  ...correcting<Said, FactRow>({
    spot: (tx, frameworkId, { fact: key }) => spot(tx, frameworkId, key),
    rowOf,
    same: sameFact,
    name: ({ fact: key }) => correctableFacts.find((one) => one.key === key)?.name ?? key,
    textOf: (row) => factText({ ...row, value: row.value as string }) ?? "unknown",
  }),
});

/** Where a fact stands. */
function spot(tx: Transaction, frameworkId: number, key: string) {
  const where = { frameworkId_key: { frameworkId, key } };
  return {
    frameworkId,
    name: `fact ${key}`,
    read: async (): Promise<Standing<FactRow>> => {
      const found = await tx.fact.findUnique({ where });
      const replaced = (found?.replaced ?? null) as FactRow | null;
      return { ...factRow(found ?? none), suggestionId: found?.suggestionId ?? null, replaced };
    },
    write: async (row: FactRow, by: { suggestionId: string; replaced: FactRow } | null) => {
      const data = {
        ...row,
        value: asJson(row.value),
        suggestionId: by?.suggestionId ?? null,
        replaced: asJson(by?.replaced),
      };
      await tx.fact.upsert({ where, create: { frameworkId, key, ...data }, update: data });
    },
  };
}

const asJson = (value: unknown) =>
  value === null || value === undefined ? Prisma.DbNull : (value as Prisma.InputJsonValue);
