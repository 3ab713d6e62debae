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
} from "../../frameworks/corrected-fact.ts";
import { factText } from "../../frameworks/facts.ts";
import { Refusal } from "../../request/refusal.ts";
import { https, line, source } from "../fields.ts";
import { always, defineKind, ownPage, said } from "../kind.ts";

const keys = correctableFacts.map(({ key }) => key) as [CorrectableFact, ...CorrectableFact[]];

/** What a correction replaced, as it is kept with the suggestion. */
interface Before extends FactRow {
  suggestionId: string | null;
  replaced: unknown;
}

/** The value that a fact had before a correction, in words; null when that isn't known. */
export function replacedText(before: string | null): string | null {
  if (before === null) return null;
  const { value } = JSON.parse(before) as FactRow;
  return factText({ value: value as string, source: null, asOf: null, note: null, editorial: false }) ?? "unknown";
}

export const fact = defineKind({
  name: "A fact that is wrong",
  place: "framework",
  schema: z
    .object({
      fact: z.enum(keys, { error: "Which fact is it?" }),
      value: line(1, 300, "What is right?"),
      url: https,
      date: source.date,
    })
    .superRefine(({ fact: key, value }, context) => {
      if (parseFact(key, value) === null)
        context.addIssue({
          code: "custom",
          path: ["value"],
          message: "This doesn’t fit the fact: write it as it stands on the page.",
        });
    }),
  shows: {
    fact: { label: "Fact", words: correctableFacts.map(({ key, name }) => ({ id: key, name })) },
    value: "Right is",
    url: "Address",
    date: "As of",
  },
  needsModerator: false,
  confidential: false,
  hasSource: false,
  replacesWords: false,
  check: always,
  known: async (tx, { fact: key, value, url }, { frameworkId }) => {
    const row = await find(tx, frameworkId, key);
    return JSON.stringify(row?.value) === JSON.stringify(parseFact(key, value)) && row?.source === url
      ? "The page says so already."
      : null;
  },
  /** Puts value, source and date where the fact stands; what stood there goes into the suggestion, and so into the log. */
  apply: async (tx, row) => {
    const { id, frameworkId } = row;
    const { fact: key, value, url, date } = said(row);
    if (frameworkId === null) return;
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`fact ${frameworkId} ${key}`}, 0))`;
    const was = await find(tx, frameworkId, key);
    const none = { value: null, source: null, asOf: null, note: null, editorial: false };
    const before: Before = {
      ...factRow(was ?? none),
      suggestionId: was?.suggestionId ?? null,
      replaced: was?.replaced ?? null,
    };
    const now = {
      value: parseFact(key, value) ?? Prisma.DbNull,
      source: url,
      asOf: date,
      note: null,
      editorial: false,
    };
    // What the content has stays known through several corrections.
    const data = {
      ...now,
      suggestionId: id,
      replaced: was?.suggestionId ? (was.replaced ?? Prisma.DbNull) : asJson(factRow(was ?? none)),
    };
    await tx.fact.upsert({
      where: { frameworkId_key: { frameworkId, key } },
      create: { frameworkId, key, ...data },
      update: data,
    });
    await tx.suggestion.update({ where: { id }, data: { before: JSON.stringify(before) } });
  },
  /** Puts back what stood there. A later correction is taken back first; what the content has put there since stays. */
  takeBack: async (tx, row) => {
    const { id, frameworkId, before } = row;
    const { fact: key } = said(row);
    const now = await find(tx, frameworkId, key);
    if (frameworkId === null || before === null || !now?.suggestionId) return;
    if (now.suggestionId !== id)
      throw new Refusal("The fact was corrected anew after that: take back the later one first.", { status: 409 });
    const { value, suggestionId, replaced, ...was } = JSON.parse(before) as Before;
    await tx.fact.update({
      where: { frameworkId_key: { frameworkId, key } },
      data: { ...was, value: asJson(value), suggestionId, replaced: suggestionId ? asJson(replaced) : Prisma.DbNull },
    });
  },
  touches: ownPage,
});

const asJson = (value: unknown) =>
  value === null || value === undefined ? Prisma.DbNull : (value as Prisma.InputJsonValue);

const find = (tx: Transaction, frameworkId: number | null, key: string) =>
  tx.fact.findUnique({ where: { frameworkId_key: { frameworkId: frameworkId ?? -1, key } } });
