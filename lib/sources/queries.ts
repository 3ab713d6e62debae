import "server-only";
import { cached } from "../cache/cached.ts";
import { catalogueTag, communityTag } from "../cache/tags.ts";
import { db } from "../db/index.ts";
import type { SourceKind } from "./kinds.ts";
import { isSuggested } from "./suggested.ts";

/** All sources with how much each says, articles first, then by title. */
export const getSources = cached("sources", async () => {
  const [rows, counts] = await Promise.all([
    db().source.findMany({
      select: {
        id: true,
        slug: true,
        kind: true,
        title: true,
        publisher: true,
        url: true,
        date: true,
        note: true,
        framework: { select: { slug: true, name: true, icon: true } },
      },
      orderBy: [{ title: "asc" }],
    }),
    db().assertion.groupBy({
      by: ["sourceId", "stance"],
      where: { claim: { retiredAt: null, framework: { retiredAt: null } } },
      _count: true,
    }),
  ]);
  const count = (id: number, stance: string) =>
    counts.find((item) => item.sourceId === id && item.stance === stance)?._count ?? 0;
  const standing = rows.filter(
    ({ id, slug }) => !isSuggested(slug) || count(id, "supports") + count(id, "disputes") > 0,
  );
  return standing.map(({ id, kind, ...row }) => ({
    ...row,
    kind: kind as SourceKind,
    supports: count(id, "supports"),
    disputes: count(id, "disputes"),
  }));
}, [catalogueTag, communityTag]);

export type SourceSummary = Awaited<ReturnType<typeof getSources>>[number];
