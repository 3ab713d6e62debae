import { can } from "../session/permissions.ts";
import type { Viewer } from "../session/sessions.ts";
import "server-only";
import { z } from "zod";
import { cached } from "../cache/cached.ts";
import { communityTag } from "../cache/tags.ts";
import { db } from "../db/index.ts";
import { getRecord } from "../decide/queries.ts";
import { getHiddenBecause } from "../ratings/queries.ts";
import { routes } from "../site/routes.ts";
import { type Effect, effectsOf } from "./effect.ts";
import { wordsOf } from "./kinds/report.ts";
import { isKind, kinds, type SuggestionKind, suggestionKinds } from "./kinds.ts";
import type { SuggestionStatus } from "./rules.ts";
import type { Body } from "./schema.ts";

export interface SuggestionView {
  id: string;
  kind: SuggestionKind;
  status: SuggestionStatus;
  body: Record<string, string | number>;
  reason: string | null;
  createdAt: string;
  decidedAt: string | null;
  framework: { slug: string; name: string; retiredAt: Date | null } | null;
  /** The claim that it is about. */
  claim: string | null;
  /** What it replaced, once approved; of a kind that replaces a row, what it would replace while it waits. */
  before: string | null;
  /** What is reported: for moderators only. */
  reported: { text: string; path: string | null } | null;
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
  frameworkId: true,
  framework: { select: { slug: true, name: true, retiredAt: true } },
  person: { select: { id: true, name: true, suggests: true } },
};

async function load(where: object, orderBy: object, take: number, skip = 0): Promise<SuggestionView[]> {
  // A newer version beside this one may take kinds in that this one can't read.
  const known = { AND: [where, { kind: { in: suggestionKinds } }] };
  const rows = await db().suggestion.findMany({ where: known, orderBy, take, skip, select });
  const ids = rows.flatMap(({ body }) => {
    const { claim } = body as { claim?: unknown };
    return typeof claim === "number" ? [claim] : [];
  });
  const claims = new Map(
    (await db().claim.findMany({ where: { id: { in: ids } }, select: { id: true, text: true } })).map(
      ({ id, text }) => [id, text],
    ),
  );
  const stands = await Promise.all(rows.map(standing));
  return rows.map(({ body, person, createdAt, decidedAt, kind, status, frameworkId: _id, ...row }, index) => {
    const fields = body as Record<string, string | number>;
    return {
      ...row,
      before: stands[index] ?? row.before,
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

/** What one that waits would replace, as it stands now. */
async function standing(row: { kind: string; status: string; body: unknown; frameworkId: number | null }) {
  return row.status === "open" && isKind(row.kind) ? kinds[row.kind].stands(db(), row) : null;
}

const isDecided = { status: { in: ["approved", "declined", "reverted"] } };
const perPage = 30;

/** What of the queue is looked at. */
export interface QueueFilter {
  kind: SuggestionKind | null;
  /** Slug. */
  framework: string | null;
  /** Those that have waited so many days at least. */
  days: number;
}

export interface Queue {
  filter: QueueFilter;
  open: SuggestionView[];
  /** How many wait in all. */
  waiting: number;
  /** Frameworks of those that wait. */
  frameworks: { slug: string; name: string }[];
  /** What each that waits would do, by its id. */
  effects: Map<string, Effect[]>;
  decided: SuggestionView[];
  /** Of what was decided. */
  page: number;
  pages: number;
}

/** What waits for a moderator, the oldest first, and a page of what was decided, the latest first; nothing for anybody else. */
export async function getQueue(
  viewer: Viewer,
  wanted = 1,
  filter: QueueFilter = { kind: null, framework: null, days: 0 },
): Promise<Queue> {
  if (!can(viewer, "claims.moderate"))
    return {
      filter,
      open: [],
      waiting: 0,
      frameworks: [],
      effects: new Map(),
      decided: [],
      page: 1,
      pages: 1,
    };
  const pages = Math.max(1, Math.ceil((await db().suggestion.count({ where: isDecided })) / perPage));
  const page = Math.min(Math.max(1, wanted), pages);
  const { kind, framework, days } = filter;
  const looked = {
    status: "open",
    ...(kind && { kind }),
    ...(framework && { framework: { slug: framework } }),
    ...(days > 0 && { createdAt: { lte: new Date(Date.now() - days * 86_400_000) } }),
  };
  const [open, decided, waiting, frameworks] = await Promise.all([
    load(looked, { createdAt: "asc" }, 100),
    load(isDecided, { decidedAt: "desc" }, perPage, (page - 1) * perPage),
    countWaiting(),
    db().framework.findMany({
      where: { suggestions: { some: { status: "open" } } },
      orderBy: { name: "asc" },
      select: { slug: true, name: true },
    }),
  ]);
  return {
    filter,
    open: await withReported(open),
    waiting,
    frameworks,
    effects: await effectsOf(open),
    decided: await withReported(decided),
    page,
    pages,
  };
}

/** How many suggestions wait for a moderator: the badge of their menu. */
export const countWaiting = () => db().suggestion.count({ where: { status: "open", kind: { in: suggestionKinds } } });

const replyPlace = {
  id: true,
  text: true,
  hiddenBecause: true,
  claim: { select: { slug: true, framework: { select: { slug: true } } } },
} as const;

/** Where a reply stands; null for one that is gone. */
const pathOfReply = (reply: { claim: { slug: string; framework: { slug: string } } } | null | undefined) =>
  reply ? `${routes.framework(reply.claim.framework.slug)}#claim-${reply.claim.slug}` : null;

/** Adds the words that reports are about, as they were when they were reported, and where they stand. */
async function withReported(suggestions: SuggestionView[]): Promise<SuggestionView[]> {
  const reviews = suggestions.flatMap(({ kind, body }) =>
    kind === "report" && body.what === "review" ? [String(body.of)] : [],
  );
  const ratings = await db().rating.findMany({
    where: { reviewId: { in: reviews } },
    select: { reviewId: true, framework: { select: { slug: true } } },
  });
  const replies = await db().claimReply.findMany({
    where: {
      id: {
        in: suggestions.flatMap(({ kind, body }) =>
          kind === "report" && body.what === "reply" ? [String(body.of)] : [],
        ),
      },
    },
    select: replyPlace,
  });
  const pathOf = ({ body: { what, of } }: SuggestionView) => {
    if (what === "record") return routes.records(String(of));
    if (what === "reply") return pathOfReply(replies.find(({ id }) => id === of));
    const slug = ratings.find(({ reviewId }) => reviewId === of)?.framework.slug;
    return slug === undefined ? null : `${routes.framework(slug)}#ratings`;
  };
  return suggestions.map((one) =>
    one.kind === "report" ? { ...one, reported: { text: one.before ?? "", path: pathOf(one) } } : one,
  );
}

/** A person's own suggestions, the newest first. */
export async function getOwnSuggestions(viewer: Viewer): Promise<SuggestionView[]> {
  return load({ personId: viewer.personId }, { createdAt: "desc" }, 200);
}

/**
 * What was decided, for everybody: what, on which framework, and why. Names nobody. What a suggestion said is shown only
 * where it was approved and still stands: declining one must not publish it. What a report said is never.
 */
export const getDecidedSuggestions = cached("decided-suggestions", loadDecidedSuggestions, [communityTag], 300);

async function loadDecidedSuggestions(): Promise<Omit<SuggestionView, "author">[]> {
  const rows = await load(isDecided, { decidedAt: "desc" }, 100);
  // What was approved and taken off later, by whichever decision, isn't shown here either.
  const ids = rows.map(({ id }) => id);
  const about = rows.flatMap(({ body }) => (typeof body.claim === "number" ? [body.claim] : []));
  const [claims, frameworks] = await Promise.all([
    db().claim.findMany({
      where: { retiredAt: { not: null }, OR: [{ id: { in: about } }, { suggestionId: { in: ids } }] },
      select: { id: true, suggestionId: true },
    }),
    db().framework.findMany({ where: { retiredAt: { not: null } }, select: { slug: true } }),
  ]);
  const isGone = ({ id, body, framework }: SuggestionView) =>
    claims.some((claim) => claim.suggestionId === id || claim.id === body.claim) ||
    frameworks.some(({ slug }) => slug === framework?.slug);
  return rows.map(({ author: _author, ...row }) => ({
    ...row,
    ...((row.status !== "approved" || kinds[row.kind].confidential || isGone({ ...row, author: null })) && {
      body: {},
      claim: null,
      before: null,
    }),
    ...(frameworks.some(({ slug }) => slug === row.framework?.slug) && { framework: null }),
  }));
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
      where: { reviewId: review.data, person: { standing: "counted" } },
      select: { personId: true, review: true, framework: { select: { slug: true } } },
    });
    const hidden = row && (await getHiddenBecause(row.personId, row.framework.slug));
    return row?.review && hidden === null
      ? { what: "review", of: review.data, text: row.review, path: `${routes.framework(row.framework.slug)}#ratings` }
      : null;
  }
  const reply = z.uuid().safeParse(query.reply);
  if (reply.success) {
    const row = await db().claimReply.findFirst({
      where: { id: reply.data, deletedAt: null, hiddenBecause: null },
      select: replyPlace,
    });
    return row && { what: "reply", of: reply.data, text: row.text, path: pathOfReply(row) ?? routes.home };
  }
  const record = await getRecord(query.record ?? "");
  if (!record || record.hiddenBecause !== null) return null;
  const of = query.record ?? "";
  const text = wordsOf({ data: record.record });
  return text === "" ? null : { what: "record", of, text, path: routes.records(of) };
}
