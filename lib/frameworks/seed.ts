import crypto from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { benchVersion } from "../bench/bench.ts";
import { type AnswerRow, sameAnswer, unknownAnswer } from "../bench/corrected-answer.ts";
import { measureSpot } from "../bench/corrected-measure.ts";
import { measures } from "../bench/measures.ts";
import { measuresFromRuns } from "../bench/runs.ts";
import { connect } from "../db/client.ts";
import type { Prisma } from "../db/generated/client.ts";
import { lineRow, lineSpot } from "../releases/corrected-line.ts";
import { today } from "../text/dates.ts";
import { type Content, loadContent } from "./content.ts";
import { type FactRow, sameFact } from "./corrected-fact.ts";
import { standingSpot } from "./corrected-standing.ts";
import { judgeClaims } from "./judge-claims.ts";
import type { FrameworkContent, SourceContent } from "./schema.ts";
import { seedLock } from "./seed-lock.ts";
import { type Corrected, endDateOf, lineOf, stillCorrected } from "./still-corrected.ts";

export interface SeedCounts {
  frameworks: number;
  claims: number;
}

type Tx = Prisma.TransactionClient;

/**
 * Brings the database to what `prisma/content` says: in one transaction, and the same however often it runs.
 * Frameworks and claims keep their ids and are retired rather than deleted, because what people wrote refers to them.
 * Throws a `ContentError` before anything is written when the content doesn't fit.
 */
export async function seed(url: string, content: Content = loadContent()): Promise<SeedCounts> {
  const hash = crypto
    .createHash("sha256")
    .update(JSON.stringify([benchVersion, content]))
    .digest("hex");
  const claims = content.frameworks.reduce((sum, framework) => sum + framework.claims.length, 0);
  const client = connect(url);
  try {
    await client.$transaction(
      async (tx) => {
        // However long another instance takes: this one has nothing to do before.
        await tx.$executeRaw`SET LOCAL lock_timeout = 0`;
        await tx.$executeRaw`SET LOCAL statement_timeout = 0`;
        await tx.$executeRaw`SELECT pg_advisory_xact_lock(${seedLock})`;
        const version = await tx.catalogueVersion.findFirst();
        if (version?.hash === hash) return;
        await write(tx, content);
        const now = new Date();
        await tx.catalogueVersion.upsert({
          where: { only: true },
          create: { hash, seededAt: now },
          update: { hash, seededAt: now },
        });
      },
      { timeout: 120_000, maxWait: 30_000 },
    );
  } finally {
    await client.$disconnect();
  }
  return { frameworks: content.frameworks.length, claims };
}

async function write(tx: Tx, content: Content): Promise<void> {
  const sourceIds = await writeSources(tx, content.sources, null);
  const frameworkIds = new Map<string, number>();
  const corrected = await stillCorrected(tx, content);
  for (const framework of content.frameworks) {
    const id = await writeFramework(tx, framework, corrected);
    frameworkIds.set(framework.slug, id);
    const own = await writeSources(tx, framework.sources, id);
    const idOf = (slug: string) => required(own.get(slug) ?? sourceIds.get(slug), `source ${slug}`);
    await writeDetails(tx, id, framework, corrected);
    await writeClaims(tx, id, framework, idOf);
    await writeResources(tx, id, framework, idOf);
  }
  await tx.framework.updateMany({
    where: { slug: { notIn: [...frameworkIds.keys()] }, retiredAt: null, suggestionId: null },
    data: { retiredAt: new Date() },
  });
  const idOf = (slug: string) => required(frameworkIds.get(slug), `framework ${slug}`);
  await writeFigures(tx, content, idOf);
  await writeAnswers(tx, content, idOf);
  await writeMeasures(
    tx,
    [...content.measures, ...measuresFromRuns(content.benchmarks)].map(({ framework, ...measured }) => ({
      frameworkId: idOf(framework),
      ...measured,
    })),
    corrected,
  );
  // Facts were written anew above, with their framework.
  await tx.fact.createMany({
    data: content.quickStarts.map(({ framework, code, source, checkedOn }) => ({
      frameworkId: idOf(framework),
      key: "quickStart",
      value: code,
      source,
      asOf: checkedOn,
    })),
  });
  await judgeClaims(tx, today());
}

function required<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`Unknown ${what}`);
  return value;
}

async function writeSources(
  tx: Tx,
  sources: SourceContent[],
  frameworkId: number | null,
): Promise<Map<string, number>> {
  const ids = new Map<string, number>();
  for (const { id: slug, ...source } of sources) {
    const data = { ...source, licence: source.licence ?? null, note: source.note ?? null, frameworkId };
    const row = await tx.source.upsert({
      where: { slug },
      create: { slug, ...data },
      update: data,
      select: { id: true },
    });
    ids.set(slug, row.id);
  }
  return ids;
}

async function writeFramework(tx: Tx, framework: FrameworkContent, corrected: Corrected): Promise<number> {
  const { slug, name, tagline, aliases, icon, support, standing } = framework;
  const data = {
    name,
    tagline,
    aliases,
    icon,
    policyUrl: support.policyUrl,
    supportSource: support.source,
    supportAsOf: support.asOf,
    supportNote: support.note ?? null,
    ...(!corrected.has(slug, standingSpot) && {
      standing: standing.value,
      standingSource: standing.source,
      standingAsOf: standing.asOf,
      standingNote: standing.note ?? null,
    }),
    retiredAt: null,
    suggestionId: null,
  };
  const row = await tx.framework.upsert({
    where: { slug },
    create: { slug, ...data },
    update: data,
    select: { id: true },
  });
  return row.id;
}

/** Facts; those that a reader corrected stay while the content has what they replaced. */
async function writeFacts(tx: Tx, frameworkId: number, { facts }: FrameworkContent): Promise<void> {
  const rows = Object.entries(facts).map(([key, { note = null, editorial = false, ...fact }]) => {
    const { value, source, asOf } = fact;
    return { key, value, source, asOf, note, editorial };
  });
  const corrected = await tx.fact.findMany({ where: { frameworkId, suggestionId: { not: null } } });
  const stays = corrected.flatMap(({ key, replaced }) => {
    const content = rows.find((row) => row.key === key);
    return content && replaced && sameFact(content, replaced as unknown as FactRow) ? [key] : [];
  });
  await tx.fact.deleteMany({ where: { frameworkId, key: { notIn: stays } } });
  await tx.fact.createMany({
    data: rows
      .filter(({ key }) => !stays.includes(key))
      .map(({ value, ...row }) => ({ frameworkId, ...row, ...(value === null ? {} : { value }) })),
  });
}

/** Rows that nothing of people's refers to: replaced whole. */
async function writeDetails(
  tx: Tx,
  frameworkId: number,
  framework: FrameworkContent,
  corrected: Corrected,
): Promise<void> {
  const where = { frameworkId };
  await writeFacts(tx, frameworkId, framework);
  const stored = await tx.release.findMany({ where });
  const stays = stored.filter(({ cycle }) => corrected.has(framework.slug, lineSpot(cycle)));
  await tx.release.deleteMany({ where });
  await tx.release.createMany({
    data: framework.support.cycles.map((cycle, position) => {
      const correctedLine = stays.find((line) => line.cycle === cycle.cycle);
      return {
        frameworkId,
        position,
        ...cycle,
        extendedUntil: endDateOf(cycle.extendedUntil),
        ...(correctedLine ? lineRow(correctedLine) : lineOf(cycle)),
      };
    }),
  });
  await tx.starCount.deleteMany({ where });
  await tx.starCount.createMany({ data: framework.starHistory.map((count) => ({ frameworkId, ...count })) });
  await tx.lineage.deleteMany({ where });
  await tx.lineage.createMany({
    data: framework.lineage.map(({ framework: relatedSlug, ...line }, position) => ({
      frameworkId,
      position,
      relatedSlug: relatedSlug ?? null,
      ...line,
    })),
  });
}

/** What moderators decided on a claim stays: better words as long as the content has those that they replaced, and a removal. */
function decidedOn(
  text: string,
  row: {
    text: string;
    wordingId: string | null;
    wordedBefore: string | null;
    removedById: string | null;
    retiredAt: Date | null;
  },
) {
  const { wordingId, wordedBefore, removedById, retiredAt } = row;
  return {
    ...(wordedBefore === text && { text: row.text, wordingId, wordedBefore }),
    ...(removedById !== null && { removedById, retiredAt }),
  };
}

/** Claims are compared first and written in bulk: a start with one changed word is one update. */
async function writeClaims(
  tx: Tx,
  frameworkId: number,
  framework: FrameworkContent,
  sourceId: (slug: string) => number,
): Promise<void> {
  const wanted = framework.claims.map((claim, position) => ({
    frameworkId,
    slug: claim.id,
    kind: claim.kind,
    criterion: claim.criterion,
    text: claim.text,
    position,
    decidedBy: claim.decidedBy ?? null,
    factual: claim.factual ?? false,
    level: claim.level ?? null,
    useCases: claim.useCases ?? [],
    retiredAt: null,
    suggestionId: null,
    wordingId: null,
    wordedBefore: null,
    removedById: null,
    dropped: false,
  }));
  const stored = new Map((await tx.claim.findMany({ where: { frameworkId } })).map((row) => [row.slug, row]));
  const ids = new Map<string, number>();
  for (const claim of wanted) {
    const row = stored.get(claim.slug);
    if (!row) continue;
    ids.set(claim.slug, row.id);
    const data = { ...claim, judged: row.judged, ...decidedOn(claim.text, row) };
    if (!isDeepStrictEqual({ ...data, id: row.id }, row)) await tx.claim.update({ where: { id: row.id }, data });
  }
  const fresh = wanted.filter((data) => !stored.has(data.slug));
  for (const row of await tx.claim.createManyAndReturn({ data: fresh, select: { id: true, slug: true } }))
    ids.set(row.slug, row.id);
  const gone = { frameworkId, slug: { notIn: wanted.map((data) => data.slug) }, suggestionId: null };
  await tx.claim.updateMany({ where: { ...gone, retiredAt: null }, data: { retiredAt: new Date() } });
  await tx.claim.updateMany({ where: { ...gone, dropped: false }, data: { dropped: true } });
  await tx.assertion.deleteMany({ where: { claim: { frameworkId }, suggestionId: null } });
  await tx.assertion.createMany({
    data: framework.claims.flatMap((claim) =>
      claim.assertions.map(({ source, ...assertion }, position) => ({
        claimId: required(ids.get(claim.id), `claim ${claim.id}`),
        sourceId: sourceId(source),
        position,
        ...assertion,
      })),
    ),
  });
}

async function writeResources(
  tx: Tx,
  frameworkId: number,
  framework: FrameworkContent,
  sourceId: (slug: string) => number,
): Promise<void> {
  // What people suggested stays, unless the content has it by now.
  const urls = framework.resources.map(({ url }) => url);
  await tx.resource.deleteMany({ where: { frameworkId, OR: [{ suggestionId: null }, { url: { in: urls } }] } });
  for (const [position, { recommendedBy, ...resource }] of framework.resources.entries()) {
    await tx.resource.create({
      data: {
        ...resource,
        frameworkId,
        position,
        recommendations: { create: recommendedBy.map((slug) => ({ sourceId: sourceId(slug) })) },
      },
    });
  }
}

/** Answers to checks; those that a reader corrected stay while the content has what they replaced. */
async function writeAnswers(tx: Tx, content: Content, frameworkId: (slug: string) => number): Promise<void> {
  const rows = content.checks.flatMap(({ slug, checks }) =>
    Object.entries(checks).flatMap(([check, { answer, source, asOf, note = null }]) =>
      answer === "unknown" ? [] : [{ frameworkId: frameworkId(slug), check, answer, source, asOf, note }],
    ),
  );
  const keyOf = (one: { frameworkId: number; check: string }) => `${one.frameworkId} ${one.check}`;
  const written = new Map<string, AnswerRow>(rows.map((row) => [keyOf(row), row]));
  const corrected = await tx.answerCorrection.findMany({ select: { frameworkId: true, check: true, replaced: true } });
  const stays = corrected.filter((one) =>
    sameAnswer(written.get(keyOf(one)) ?? unknownAnswer, one.replaced as unknown as AnswerRow),
  );
  const others = { NOT: stays.map(({ frameworkId: id, check }) => ({ frameworkId: id, check })) };
  await tx.answerCorrection.deleteMany({ where: others });
  await tx.checkAnswer.deleteMany({ where: others });
  const kept = new Set(stays.map(keyOf));
  await tx.checkAnswer.createMany({ data: rows.filter((row) => !kept.has(keyOf(row))) });
}

/** Measures; those that a reader corrected stay as they are, also those that nobody knows any more. */
async function writeMeasures(tx: Tx, rows: Prisma.MeasureValueCreateManyInput[], { spots }: Corrected): Promise<void> {
  const stays = spots.flatMap(({ frameworkId, spot }) =>
    measures.flatMap(({ id: measure }) => (spot === measureSpot(measure) ? [{ frameworkId, measure }] : [])),
  );
  await tx.measureValue.deleteMany({ where: { NOT: stays } });
  const keyOf = (one: { frameworkId: number; measure: string }) => `${one.frameworkId} ${one.measure}`;
  const kept = new Set(stays.map(keyOf));
  await tx.measureValue.createMany({ data: rows.filter((row) => !kept.has(keyOf(row))) });
}

async function writeFigures(tx: Tx, content: Content, frameworkId: (slug: string) => number): Promise<void> {
  await tx.benchmarkRun.deleteMany();
  for (const { results, ...run } of content.benchmarks) {
    const { id: runId } = await tx.benchmarkRun.create({ data: run, select: { id: true } });
    await tx.benchmarkResult.createMany({
      data: results.map(({ framework, ...result }) => ({ runId, frameworkId: frameworkId(framework), ...result })),
    });
  }
  await tx.usageFigure.deleteMany();
  await tx.usageFigure.createMany({
    data: content.usage.map(({ framework, ...figure }) => ({ frameworkId: frameworkId(framework), ...figure })),
  });
}
