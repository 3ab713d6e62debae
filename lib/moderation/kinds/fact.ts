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
import { correctRow, restoreRow, type Standing } from "../corrected-row.ts";
import { corrected, correctedShows, line, saysWhy, together } from "../fields.ts";
import { always, defineKind, ownPage, said } from "../kind.ts";
import { rowLines } from "../row-lines.ts";

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

const textOf = (row: FactRow) => factText({ ...row, value: row.value as string }) ?? "unknown";

export const fact = defineKind({
  name: "A corrected fact",
  place: "framework",
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
  confidential: false,
  hasSource: false,
  replacesWords: false,
  replaces: {
    stands: async (tx, { fact: key }, frameworkId) => JSON.stringify(await spot(tx, frameworkId, key).read()),
    lines: (body, before) => {
      const name = correctableFacts.find(({ key }) => key === body.fact)?.name ?? body.fact;
      return rowLines(name, textOf, before === null ? null : (JSON.parse(before) as FactRow), rowOf(body));
    },
  },
  check: always,
  known: async (tx, body, { frameworkId }) =>
    frameworkId !== null && sameFact(await spot(tx, frameworkId, body.fact).read(), rowOf(body))
      ? "The page says so already."
      : null,
  apply: async (tx, row) => {
    const body = said(row);
    if (row.frameworkId !== null) await correctRow(tx, row.id, spot(tx, row.frameworkId, body.fact), rowOf(body));
  },
  takeBack: async (tx, row) => {
    const { fact: key } = said(row);
    if (row.frameworkId !== null) await restoreRow(tx, row.id, spot(tx, row.frameworkId, key), row.before);
  },
  touches: ownPage,
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
