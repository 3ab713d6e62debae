import { longestSummary } from "../rules.ts";
import "server-only";
import { z } from "zod";
import { everything } from "../../cache/refresh.ts";
import type { Transaction } from "../../db/index.ts";
import { Refusal } from "../../request/refusal.ts";
import { today } from "../../text/dates.ts";
import { https, line } from "../fields.ts";
import { defineKind, never, said } from "../kind.ts";
import { slugOf } from "../rules.ts";

export const framework = defineKind({
  name: "A framework that is missing",
  place: "catalogue",
  schema: z.object({
    name: line(1, 80, "What is it called?"),
    url: https,
    text: line(10, longestSummary, "Say in a sentence what it is."),
  }),
  shows: { name: "Name", text: "Text", url: "Address" },
  needsModerator: false,
  confidential: false,
  hasSource: false,
  replacesWords: false,
  replaces: null,
  check: async (tx, { name }) => {
    await freeSlug(tx, name, { field: "name" });
    return null;
  },
  known: never,
  /** A framework of which only the name, the site and a sentence are known: everything else is shown as unknown. */
  apply: async (tx, row) => {
    const { id } = row;
    const { name, url, text } = said(row);
    const slug = await freeSlug(tx, name, { status: 409 });
    const values = { name, tagline: text, retiredAt: null, suggestionId: id };
    // One that was taken back keeps its id, and with it what people said of it.
    const { id: frameworkId } = await tx.framework.upsert({
      where: { slug },
      create: { slug, aliases: [], ...values },
      update: values,
      select: { id: true },
    });
    const site = { value: url, source: url, asOf: today(), note: null, editorial: false };
    await tx.fact.upsert({
      where: { frameworkId_key: { frameworkId, key: "website" } },
      create: { frameworkId, key: "website", ...site },
      update: site,
    });
    await tx.suggestion.update({ where: { id }, data: { frameworkId } });
  },
  // Retired, not deleted: what people said of it refers to it.
  takeBack: async (tx, { id }) => {
    await tx.framework.updateMany({ where: { suggestionId: id }, data: { retiredAt: new Date() } });
  },
  touches: async () => everything,
});

/**
 * The slug under which a framework can be entered. Throws a `Refusal` when its name makes none, or when it is in the
 * catalogue.
 * @param where the field of the form where the name was typed into one, or the status
 */
async function freeSlug(tx: Transaction, name: string, where: { field: string } | { status: number }): Promise<string> {
  const slug = slugOf(name);
  if (slug === null) throw new Refusal("Its name needs Latin letters or digits, and no “vs” between them.", where);
  // Of two that enter one at once, the second sees the first.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`framework ${slug}`}, 0))`;
  const there = await tx.$queryRaw<{ name: string; retired: boolean; suggested: boolean }[]>`
    SELECT name, retired_at IS NOT NULL AS retired, suggestion_id IS NOT NULL AS suggested FROM framework
    WHERE slug = ${slug} OR (retired_at IS NULL AND (lower(name) = lower(${name})
      OR EXISTS (SELECT 1 FROM unnest(aliases) AS alias WHERE lower(alias) = lower(${name}))))`;
  const taken = there.find(({ retired }) => !retired);
  if (taken) throw new Refusal(`${taken.name} is in the catalogue already.`, where);
  // What was suggested before and taken back may come again; what else had this address stays what it was.
  if (there.some((row) => !row.suggested || row.name.toLowerCase() !== name.toLowerCase()))
    throw new Refusal("Another framework had this address and was taken out.", where);
  return slug;
}
