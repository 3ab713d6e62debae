import "server-only";
import crypto from "node:crypto";
import { everything } from "../cache/refresh.ts";
import { isUniqueViolation } from "../db/errors.ts";
import type { Transaction } from "../db/index.ts";
import type { RecordData } from "../decide/record.ts";
import { seedLock } from "../frameworks/seed-lock.ts";
import { Refusal } from "../request/refusal.ts";
import { suggestedSource } from "../sources/suggested.ts";
import { today } from "../text/dates.ts";
import { reportSource, type SuggestionKind, slugOf, suggestedPosition } from "./rules.ts";
import { type Body, bodies } from "./schema.ts";

// What an approved suggestion does to the catalogue, and what taking it back undoes. Both run in the transaction of the
// decision. The seed leaves alone what came this way.

interface Row {
  id: string;
  kind: string;
  body: unknown;
  frameworkId: number | null;
  /** What a moderator saw of the claim that it is about. */
  seen: string | null;
}

/** Enters what a suggestion says. A correction is printed from its own row, and needs nothing more. */
export async function apply(
  tx: Transaction,
  id: string,
  sourceKind: string | null,
  seen: string | null = null,
): Promise<void> {
  await waitForNoSeed(tx);
  const { framework, ...row } = await tx.suggestion.findUniqueOrThrow({
    where: { id },
    select: { id: true, kind: true, body: true, frameworkId: true, framework: { select: { retiredAt: true } } },
  });
  if (framework?.retiredAt) throw new Refusal("Its framework is gone by now: decline it instead.", { status: 409 });
  await appliers[row.kind]?.(tx, { ...row, seen }, sourceKind);
}

/** A seed writes what it read some time ago: nothing is decided meanwhile. */
async function waitForNoSeed(tx: Transaction): Promise<void> {
  const [row] = await tx.$queryRaw<{ free: boolean }[]>`SELECT pg_try_advisory_xact_lock_shared(${seedLock}) AS free`;
  if (!row?.free)
    throw new Refusal("The catalogue is being brought up to date. Try again in a minute.", {
      status: 503,
      retryAfter: 30,
    });
}

/** A suggestion's body in the form of today. Throws a `Refusal` (409) where it was sent in another. */
function read<K extends SuggestionKind>(kind: K, body: unknown): Body<K> {
  const parsed = bodies[kind].safeParse(body);
  if (!parsed.success)
    throw new Refusal("It was sent in a form that isn't taken any more: decline it instead.", { status: 409 });
  return parsed.data as Body<K>;
}

const appliers: Record<string, (tx: Transaction, row: Row, sourceKind: string | null) => Promise<void>> = {
  claim: addClaim,
  assertion: (tx, row, sourceKind) => addAssertion(tx, row.id, sourceKind, read("assertion", row.body)),
  wording: reword,
  resource: addResource,
  flag: upholdFlag,
  framework: addFramework,
  report: hideWords,
};

/** Undoes what `apply` did. */
export async function takeBack(tx: Transaction, id: string): Promise<void> {
  await waitForNoSeed(tx);
  await tx.assertion.deleteMany({
    where: { suggestionId: id, claim: { OR: [{ suggestionId: null }, { suggestionId: { not: id } }] } },
  });
  // Claims and frameworks are retired, not deleted: what people said of them refers to them.
  await tx.claim.updateMany({ where: { suggestionId: id }, data: { retiredAt: new Date(), removedById: null } });
  await tx.framework.updateMany({ where: { suggestionId: id }, data: { retiredAt: new Date() } });
  await tx.resource.deleteMany({ where: { suggestionId: id } });
  await tx.claim.updateMany({
    where: { removedById: id, dropped: false },
    data: { removedById: null, retiredAt: null },
  });
  await tx.claim.updateMany({ where: { removedById: id }, data: { removedById: null } });
  const row = await tx.suggestion.findUniqueOrThrow({
    where: { id },
    select: { kind: true, body: true, before: true },
  });
  if (row.kind === "wording") await unword(tx, id, read("wording", row.body).claim, row.before);
  if (row.kind === "report") await showWords(tx, id, read("report", row.body));
}

/** Whose pages a suggestion changes: a framework's slug, everything, or nothing that is kept. */
export async function affectedBy(tx: Transaction, id: string): Promise<string | null> {
  const { kind, body, framework } = await tx.suggestion.findUniqueOrThrow({
    where: { id },
    select: { kind: true, body: true, framework: { select: { slug: true } } },
  });
  if (kind === "framework") return everything;
  if (kind !== "report") return framework?.slug ?? null;
  const { what, of } = read("report", body);
  if (what !== "review") return null;
  const rating = await tx.rating.findUnique({
    where: { reviewId: of },
    select: { framework: { select: { slug: true } } },
  });
  return rating?.framework.slug ?? null;
}

async function addClaim(tx: Transaction, { id, frameworkId, body: data }: Row, sourceKind: string | null) {
  if (frameworkId === null) return;
  const body = read("claim", data);
  const claim = await tx.claim.create({
    data: {
      frameworkId,
      slug: `suggested-${id.slice(0, 8)}`,
      kind: body.side,
      criterion: body.criterion,
      text: body.text,
      position: suggestedPosition,
      useCases: [],
      suggestionId: id,
    },
  });
  await addAssertion(tx, id, sourceKind, {
    ...body,
    claim: claim.id,
    stance: "supports",
    locator: body.sourceTitle,
    note: "",
  });
}

async function addResource(tx: Transaction, { id, frameworkId, body: data }: Row) {
  if (frameworkId === null) return;
  const body = read("resource", data);
  try {
    await tx.resource.create({
      data: { ...body, frameworkId, position: suggestedPosition, state: "unchecked", suggestionId: id },
    });
  } catch (error) {
    if (isUniqueViolation(error)) throw new Refusal("This resource is listed already.", { status: 409 });
    throw error;
  }
}

/** Gives a claim other words. Its votes stay: whoever approves says that they are about the same. */
async function reword(tx: Transaction, { id, body: data, seen }: Row) {
  const { claim: claimId, text } = read("wording", data);
  const claim = await current(tx, claimId);
  if (seen !== null && claim.text !== seen)
    throw new Refusal("The claim has got other words meanwhile: load the page again.", { status: 409 });
  if (claim.text === text) throw new Refusal("The claim reads like this already.", { status: 409 });
  await tx.claim.update({
    where: { id: claimId },
    data: { text, wordingId: id, wordedBefore: claim.wordedBefore ?? claim.text },
  });
  await tx.suggestion.update({ where: { id }, data: { before: claim.text } });
}

/** Gives a claim the words back that it had before. Those of a later suggestion are taken back first. */
async function unword(tx: Transaction, id: string, claimId: number, before: string | null) {
  await hold(tx, claimId);
  const claim = await tx.claim.findUniqueOrThrow({ where: { id: claimId } });
  // The content has got other words since: they stay.
  if (claim.wordingId === null || before === null) return;
  if (claim.wordingId !== id)
    throw new Refusal("The claim was worded anew after that: take back the later one first.", { status: 409 });
  // Those may be the content's, or an earlier suggestion's.
  const earlier =
    before === claim.wordedBefore
      ? null
      : await tx.suggestion.findFirst({
          where: {
            kind: "wording",
            status: "approved",
            AND: [{ body: { path: ["claim"], equals: claimId } }, { body: { path: ["text"], equals: before } }],
          },
          orderBy: { decidedAt: "desc" },
          select: { id: true },
        });
  await tx.claim.update({
    where: { id: claimId },
    data: { text: before, wordingId: earlier?.id ?? null, wordedBefore: earlier ? claim.wordedBefore : null },
  });
}

/**
 * What is spam or says the same as another goes; what is outdated or wrong gets the report as a dispute among its
 * evidence, and the verdict follows by its rule.
 */
async function upholdFlag(tx: Transaction, { id, body: data }: Row) {
  const { claim: claimId, flag, text } = read("flag", data);
  await current(tx, claimId);
  if (flag === "spam" || flag === "duplicate") {
    await tx.claim.update({ where: { id: claimId }, data: { removedById: id, retiredAt: new Date() } });
    return;
  }
  const day = today();
  const source = reportSource(day);
  await enter(tx, id, claimId, source, {
    stance: "disputes",
    locator: flag === "outdated" ? "Reported as outdated" : "Reported as wrong",
    url: null,
    note: text,
    since: flag === "outdated" ? day : null,
  });
}

/** Of two moderators who change one claim, the second sees what the first did. Votes go on meanwhile. */
async function hold(tx: Transaction, claimId: number): Promise<void> {
  await tx.$executeRaw`SELECT 1 FROM claim WHERE id = ${claimId} FOR NO KEY UPDATE`;
}

async function current(tx: Transaction, id: number) {
  await hold(tx, id);
  const claim = await tx.claim.findFirst({ where: { id, retiredAt: null } });
  if (!claim) throw new Refusal("The claim is gone by now: decline it instead.", { status: 409 });
  return claim;
}

/**
 * The slug under which a framework can be entered. Throws a `Refusal` when its name makes none, or when it is in the
 * catalogue.
 * @param field of the form, where the name was typed into one
 */
export async function checkFramework(tx: Transaction, name: string, field?: string): Promise<string> {
  const where = field === undefined ? { status: 409 } : { field };
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

/** A framework of which only the name, the site and a sentence are known: everything else is shown as unknown. */
async function addFramework(tx: Transaction, { id, body: data }: Row) {
  const { name, url, text } = read("framework", data);
  const slug = await checkFramework(tx, name);
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
}

/** The words that a report is about. Throws a `Refusal` (404) when they aren't there. */
export async function reportedWords(tx: Transaction, { what, of }: Body<"report">): Promise<string> {
  const text =
    what === "review"
      ? (await tx.rating.findUnique({ where: { reviewId: of }, select: { review: true } }))?.review
      : wordsOf(await tx.decisionRecord.findUnique({ where: { id: of }, select: { data: true } }));
  if (!text) throw new Refusal("What you report isn't there any more.", { status: 404 });
  return text;
}

/** What the author of a record wrote, in one text. */
export function wordsOf(row: { data: unknown } | null): string {
  if (!row) return "";
  const { title, context, because, deciders } = (row.data as RecordData).words;
  return [title, context, because, deciders].filter(Boolean).join("\n");
}

const unsaid = "It breaks the rules of this site.";

async function hideWords(tx: Transaction, { id, body: data }: Row) {
  const { what, of } = read("report", data);
  const { reason } = await tx.suggestion.findUniqueOrThrow({ where: { id }, select: { reason: true } });
  const because = reason ?? unsaid;
  if (what === "record") {
    await tx.decisionRecord.updateMany({ where: { id: of }, data: { hiddenBecause: because } });
    return;
  }
  const rating = await tx.rating.findUnique({
    where: { reviewId: of },
    select: { personId: true, frameworkId: true },
  });
  // Who took the review back meanwhile has nothing to hide; who is hidden already stays so for the first report.
  if (rating)
    await tx.hiddenReview.createMany({ data: [{ ...rating, because, suggestionId: id }], skipDuplicates: true });
}

/** Shows again what this report hid, unless another that was upheld is about the same. */
async function showWords(tx: Transaction, id: string, { what, of }: Body<"report">) {
  const other = await tx.suggestion.findFirst({
    where: { id: { not: id }, kind: "report", status: "approved", body: { path: ["of"], equals: of } },
    orderBy: { decidedAt: "desc" },
    select: { id: true, reason: true },
  });
  const because = other && (other.reason ?? unsaid);
  if (what === "record") await tx.decisionRecord.updateMany({ where: { id: of }, data: { hiddenBecause: because } });
  else if (other && because)
    await tx.hiddenReview.updateMany({ where: { suggestionId: id }, data: { suggestionId: other.id, because } });
  else await tx.hiddenReview.deleteMany({ where: { suggestionId: id } });
}

async function addAssertion(
  tx: Transaction,
  suggestionId: string,
  sourceKind: string | null,
  body: Body<"assertion">,
): Promise<void> {
  const slug = `${suggestedSource}${crypto.createHash("sha256").update(`${body.url} ${body.date}`).digest("hex").slice(0, 16)}`;
  await current(tx, body.claim);
  await enter(
    tx,
    suggestionId,
    body.claim,
    {
      slug,
      // Opinion, unless a moderator has looked and says what it is.
      kind: sourceKind ?? "article",
      title: body.sourceTitle,
      publisher: body.publisher,
      url: body.url,
      date: body.date,
    },
    {
      stance: body.stance,
      locator: body.locator,
      url: body.url,
      // A dispute says why; the database insists on it.
      note: body.note || (body.stance === "disputes" ? body.locator : null),
      since: null,
    },
  );
}

async function enter(
  tx: Transaction,
  suggestionId: string,
  claimId: number,
  source: { slug: string; kind: string; title: string; publisher: string; url: string | null; date: string },
  assertion: { stance: string; locator: string; url: string | null; note: string | null; since: string | null },
): Promise<void> {
  const { id: sourceId } = await tx.source.upsert({
    where: { slug: source.slug },
    create: source,
    // Not nothing: only so is it one statement, and two at once don't fail.
    update: { slug: source.slug },
    select: { id: true },
  });
  const last = await tx.assertion.aggregate({ where: { claimId }, _max: { position: true } });
  await tx.assertion.create({
    data: {
      claimId,
      sourceId,
      position: Math.max(suggestedPosition, (last._max.position ?? 0) + 1),
      suggestionId,
      ...assertion,
    },
  });
}
