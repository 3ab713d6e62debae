import crypto from "node:crypto";
import { beforeAll, expect, it } from "vitest";
import { db } from "../db/index.ts";
import { loadContent } from "../frameworks/content.ts";
import { getFramework } from "../frameworks/queries.ts";
import { seed } from "../frameworks/seed.ts";
import { query } from "../process/postgres.ts";
import { rate } from "../ratings/mutations.ts";
import { Refusal } from "../request/refusal.ts";
import type { Role } from "../session/permissions.ts";
import type { Viewer } from "../session/sessions.ts";
import { contentOf } from "../testing/content.ts";
import { freshDatabase } from "../testing/database.ts";
import { type SuggestionKind, suggestionKinds } from "./kinds.ts";
import { decide, revert, suggest } from "./mutations.ts";
import { getOwnSuggestions } from "./queries.ts";
import type { Body } from "./schema.ts";

let url = "";

beforeAll(async () => {
  url = await freshDatabase();
  process.env.DATABASE_URL = url;
  process.env.NEXTAUTH_SECRET = "a secret of the tests";
  await seed(
    url,
    contentOf(loadContent(), (slug) => ["django", "hono"].includes(slug)),
  );
  // Hono publishes no dates.
  const hono = { connect: { slug: "hono" } };
  await db().release.create({ data: { framework: hono, cycle: "4", position: 0, released: "2024-02-09", lts: false } });
});

async function viewer(role: Role = "member"): Promise<Viewer> {
  const email = `k${crypto.randomUUID()}@example.org`;
  const person = await db().person.create({ data: { email, name: "K", role, standing: "counted" } });
  return { personId: person.id, email, name: "K", role, sessionId: "", authenticatedAt: new Date() };
}

const source = { url: "https://example.org/kinds", sourceTitle: "A page", publisher: "Example", date: "2026-11" };

const corrected = { url: source.url, date: "2026-11", note: "", why: "", way: "improve" } as const;

/** One of each kind, about the framework hono. */
type Samples = { [K in SuggestionKind]: () => Promise<Body<K>> };
const samples: Samples = {
  claim: async () => ({ side: "pro", criterion: "testing", text: "It is tested without a server.", ...source }),
  assertion: async () => ({ claim: await someClaim(), stance: "disputes", locator: "Top", note: "", ...source }),
  wording: async () => ({ claim: await someClaim(), text: "The same, said in better words.", why: "Clearer" }),
  fact: async () => ({ fact: "licence", value: "Apache-2.0", ...corrected }),
  check: async () => ({ check: "orm", answer: "none", ...corrected }),
  release: async () => ({
    release: "4",
    released: "2020-01-01",
    activeUntil: "",
    endOfLife: "open",
    ...corrected,
  }),
  standing: async () => ({ standing: "maintenance", ...corrected }),
  measure: async () => ({ measure: "contributors", value: "7", ...corrected }),
  correction: async () => ({ text: "The date is one day late.", url: source.url }),
  resource: async () => ({ title: "A book", url: source.url, cost: "paid", format: "Book" }),
  flag: async () => ({ claim: await someClaim(), flag: "spam", text: "Nobody means this." }),
  framework: async () => ({ name: "Kinds of tests", url: source.url, text: "A framework of the tests." }),
  report: async () => ({ what: "review", of: await someReview(), flag: "abuse", text: "It insults somebody." }),
  maintainer: async () => ({ url: source.url, note: "The team’s list has my name." }),
};

const someClaim = async () =>
  (await db().claim.findFirstOrThrow({ where: { framework: { slug: "hono" }, retiredAt: null } })).id;

async function someReview(): Promise<string> {
  const { personId } = await viewer();
  const review = "A review that somebody will report.";
  await rate(personId, "hono", { overall: 4, criteria: {}, experience: "tried", years: 2, stillUsing: true, review });
  const row = await db().rating.findFirstOrThrow({ where: { personId }, select: { reviewId: true } });
  return row.reviewId;
}

/** What everybody sees. */
async function shown(): Promise<unknown> {
  const slugs = await db().framework.findMany({ where: { retiredAt: null }, select: { slug: true } });
  const hidden = await db().hiddenReview.count();
  const maintainers = await db().maintainer.count();
  return { slugs: slugs.map(({ slug }) => slug), hono: await getFramework("hono"), hidden, maintainers };
}

it.each(suggestionKinds)("%s: approved it shows, taken back all is as before", async (kind) => {
  const [author, moderator] = [await viewer(), await viewer("moderator")];
  const body = await samples[kind]();
  const before = await shown();
  const slug = kind === "framework" || kind === "report" ? null : "hono";
  expect(await suggest(author, kind, slug, body)).toBe("open");
  expect(await shown()).toEqual(before);
  const [own] = await getOwnSuggestions(author);
  await decide(moderator, own?.id ?? "", "approve", null, null);
  expect(await shown()).not.toEqual(before);
  // Approved, it is known: nobody makes it again, and another that waited can only be declined.
  const again = await viewer();
  await expect(suggest(again, kind, slug, body)).rejects.toBeInstanceOf(Refusal);
  await revert(moderator, own?.id ?? "", "Only a test of the way back");
  expect(await shown()).toEqual(before);
});

it("the database knows the same kinds as the code: a new one comes with its migration", async () => {
  const [check] = await query<{ definition: string }>(
    url,
    "SELECT pg_get_constraintdef(oid) AS definition FROM pg_constraint WHERE conname = 'suggestion_kind_known'",
  );
  const named = [...(check?.definition.matchAll(/'([\w-]+)'/g) ?? [])].map(([, kind]) => kind);
  expect(new Set(named)).toEqual(new Set(suggestionKinds));
});
