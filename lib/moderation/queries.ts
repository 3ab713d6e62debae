import "server-only";
import { unstable_cache } from "next/cache";
import { cache } from "react";
import { z } from "zod";
import { can } from "../auth/permissions.ts";
import type { Viewer } from "../auth/sessions.ts";
import { db } from "../db/index.ts";
import { getRecord } from "../decide/queries.ts";
import type { RecordData } from "../decide/record.ts";
import { communityTag } from "../frameworks/tags.ts";
import { routes } from "../site.ts";
import type { SuggestionKind, SuggestionStatus } from "./rules.ts";
import type { Body } from "./schema.ts";

export interface SuggestionView {
  id: string;
  kind: SuggestionKind;
  status: SuggestionStatus;
  body: Record<string, string | number>;
  reason: string | null;
  createdAt: string;
  decidedAt: string | null;
  framework: { slug: string; name: string } | null;
  /** The claim that it is about. */
  claim: string | null;
  /** The words that it replaced, once approved. */
  before: string | null;
  /** What is reported: for moderators only. */
  reported: { text: string; path: string } | null;
  author: { id: string; name: string; suggests: string } | null;
}

const select = {
  id: true,
  kind: true,
  status: true,
  body: true,
  before: true,
  reason: true,
  createdAt: true,
  decidedAt: true,
  framework: { select: { slug: true, name: true } },
  person: { select: { id: true, name: true, suggests: true } },
};

async function load(where: object, orderBy: object, take: number): Promise<SuggestionView[]> {
  const rows = await db().suggestion.findMany({ where, orderBy, take, select });
  const ids = rows.flatMap(({ body }) => {
    const { claim } = body as { claim?: unknown };
    return typeof claim === "number" ? [claim] : [];
  });
  const claims = new Map(
    (await db().claim.findMany({ where: { id: { in: ids } }, select: { id: true, text: true } })).map(
      ({ id, text }) => [id, text],
    ),
  );
  return rows.map(({ body, person, createdAt, decidedAt, kind, status, ...row }) => {
    const fields = body as Record<string, string | number>;
    return {
      ...row,
      kind: kind as SuggestionKind,
      status: status as SuggestionStatus,
      body: fields,
      claim: typeof fields.claim === "number" ? (claims.get(fields.claim) ?? null) : null,
      reported: null,
      author: person,
      createdAt: createdAt.toISOString(),
      decidedAt: decidedAt?.toISOString() ?? null,
    };
  });
}

/** What waits for a moderator, the oldest first, and what was decided lately; nothing for anybody else. */
export async function getQueue(viewer: Viewer): Promise<{ open: SuggestionView[]; decided: SuggestionView[] }> {
  if (!can(viewer, "claims.moderate")) return { open: [], decided: [] };
  const [open, decided] = await Promise.all([
    load({ status: "open" }, { createdAt: "asc" }, 100),
    load({ status: { in: ["approved", "declined", "reverted"] } }, { decidedAt: "desc" }, 30),
  ]);
  return { open: await withReported(open), decided: await withReported(decided) };
}

/** What the author of a record wrote, in one text. */
function wordsOf({ words: { title, context, because, deciders } }: RecordData): string {
  return [title, context, because, deciders].filter(Boolean).join("\n");
}

/** Adds the words that reports are about. */
async function withReported(suggestions: SuggestionView[]): Promise<SuggestionView[]> {
  const reports = suggestions.flatMap(({ kind, body }) => (kind === "report" ? [body] : []));
  const ids = (what: Body<"report">["what"]) => reports.filter((one) => one.what === what).map((one) => String(one.of));
  const [reviews, records] = await Promise.all([
    db().rating.findMany({
      where: { reviewId: { in: ids("review") } },
      select: { reviewId: true, review: true, framework: { select: { slug: true } } },
    }),
    db().decisionRecord.findMany({ where: { id: { in: ids("record") } }, select: { id: true, data: true } }),
  ]);
  const found = new Map([
    ...reviews.map(
      ({ reviewId, review, framework }) =>
        [reviewId, { text: review ?? "", path: `${routes.framework(framework.slug)}#ratings` }] as const,
    ),
    ...records.map(({ id, data }) => {
      return [id, { text: wordsOf(data as unknown as RecordData), path: routes.records(id) }] as const;
    }),
  ]);
  return suggestions.map((one) =>
    one.kind === "report" ? { ...one, reported: found.get(String(one.body.of)) ?? null } : one,
  );
}

/** A person's own suggestions, the newest first. */
export async function getOwnSuggestions(viewer: Viewer): Promise<SuggestionView[]> {
  return load({ personId: viewer.personId }, { createdAt: "desc" }, 200);
}

/**
 * What was decided, for everybody: what, on which framework, and why. Names nobody. What a suggestion said is shown only
 * where it was approved: declining one must not publish it. What a report said is never.
 */
export const getDecisions = cache(
  unstable_cache(loadDecisions, ["decisions"], { tags: [communityTag], revalidate: 300 }),
);

async function loadDecisions(): Promise<Omit<SuggestionView, "author">[]> {
  const rows = await load({ status: { in: ["approved", "declined", "reverted"] } }, { decidedAt: "desc" }, 100);
  return rows.map(({ author: _author, ...row }) =>
    row.status === "approved" && row.kind !== "report" ? row : { ...row, body: {}, claim: null, before: null },
  );
}

/** The claims of a framework, to choose from. */
export async function getClaimChoices(slug: string): Promise<{ id: number; text: string }[]> {
  return db().claim.findMany({
    where: { framework: { slug }, retiredAt: null },
    orderBy: { position: "asc" },
    select: { id: true, text: true },
  });
}

/** What somebody wants to report, as they would read it themselves; null when it isn't there or is hidden already. */
export async function getReportable(
  query: Record<string, string | undefined>,
): Promise<{ what: Body<"report">["what"]; of: string; text: string; path: string } | null> {
  const review = z.uuid().safeParse(query.review);
  if (review.success) {
    const row = await db().rating.findUnique({
      where: { reviewId: review.data, hiddenBecause: null, person: { standing: "counted" } },
      select: { review: true, framework: { select: { slug: true } } },
    });
    return row?.review
      ? { what: "review", of: review.data, text: row.review, path: `${routes.framework(row.framework.slug)}#ratings` }
      : null;
  }
  const record = await getRecord(query.record ?? "");
  if (!record || record.hiddenBecause !== null) return null;
  const of = query.record ?? "";
  const text = wordsOf(record.record);
  return text === "" ? null : { what: "record", of, text, path: routes.records(of) };
}
