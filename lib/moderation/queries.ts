import "server-only";
import { unstable_cache } from "next/cache";
import { cache } from "react";
import { can } from "../auth/permissions.ts";
import type { Viewer } from "../auth/sessions.ts";
import { db } from "../db/index.ts";
import { communityTag } from "../frameworks/tags.ts";
import type { SuggestionKind, SuggestionStatus } from "./rules.ts";

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
  author: { id: string; name: string; suggests: string } | null;
}

const select = {
  id: true,
  kind: true,
  status: true,
  body: true,
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
  return { open, decided };
}

/** A person's own suggestions, the newest first. */
export async function getOwnSuggestions(viewer: Viewer): Promise<SuggestionView[]> {
  return load({ personId: viewer.personId }, { createdAt: "desc" }, 200);
}

/**
 * What was decided, for everybody: what, on which framework, and why. Names nobody. What a suggestion said is shown only
 * where it was approved: declining one must not publish it.
 */
export const getDecisions = cache(
  unstable_cache(loadDecisions, ["decisions"], { tags: [communityTag], revalidate: 300 }),
);

async function loadDecisions(): Promise<Omit<SuggestionView, "author">[]> {
  const rows = await load({ status: { in: ["approved", "declined", "reverted"] } }, { decidedAt: "desc" }, 100);
  return rows.map(({ author: _author, ...row }) =>
    row.status === "approved" ? row : { ...row, body: {}, claim: null },
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
