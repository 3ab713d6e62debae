import "server-only";
import { cached } from "../cache/cached.ts";
import { catalogueTag, frameworkTag } from "../cache/tags.ts";
import { db } from "../db/index.ts";
import { entriesOf, type HistoryEntry, newestFirst } from "../frameworks/entries.ts";
import { getFramework } from "../frameworks/queries.ts";
import { isKind, kinds, publicKinds } from "../moderation/kinds.ts";
import { isReopening, reopenedIn } from "../moderation/reopened.ts";
import { saidIn, titleIn } from "../moderation/said.ts";
import { changeKinds } from "../notices/kinds.ts";
import { routes } from "../site/routes.ts";
import { isoDay, today } from "../text/dates.ts";
import { type Kept, keptEntries, keptIn } from "./kept.ts";

export interface History {
  slug: string;
  name: string;
  icon: string | null;
  entries: HistoryEntry[];
}

/** How many changes and entries are looked back at. */
const most = 500;

/** What changed since this site looks: verdicts, what readers entered, and all that was ever told. */
const getChanged = cached(
  "history",
  async (slug: string): Promise<{ changed: HistoryEntry[]; kept: Kept[] }> => {
    const of = { framework: { slug } };
    const told = Object.keys(changeKinds).filter((kind) => changeKinds[kind]?.history);
    const [changes, suggestions, notes, reopened] = await Promise.all([
      db().change.findMany({
        where: { ...of, kind: { in: told } },
        orderBy: { at: "desc" },
        take: most,
        select: { id: true, kind: true, detail: true, at: true, framework: { select: { slug: true, name: true } } },
      }),
      db().suggestion.findMany({
        where: { ...of, status: { in: ["approved", "reverted"] }, kind: { in: publicKinds }, decidedAt: { not: null } },
        orderBy: { decidedAt: "desc" },
        take: most,
        select: { id: true, kind: true, status: true, reason: true, body: true, before: true, decidedAt: true },
      }),
      db().change.findMany({
        where: { ...of, kind: "history" },
        orderBy: { id: "asc" },
        select: { id: true, subject: true, detail: true },
      }),
      reopenedEntries(slug),
    ]);
    const verdicts = changes.flatMap(({ id, kind, detail, at, framework }) => {
      const said = changeKinds[kind]?.tell(detail, framework);
      if (!said) return [];
      const source = { name: "The rule of verdicts", href: `${routes.method}#verdict` };
      const what = { title: said.title, why: said.text, path: said.path };
      return [{ id: `change-${id}`, day: isoDay(at), kind: "verdict" as const, ...what, source }];
    });
    const entered = suggestions.flatMap(({ id, kind, status, reason, body, before, decidedAt }) => {
      if (!isKind(kind) || !decidedAt) return [];
      const { url, why } = body as { url?: string; why?: string };
      const entry = { id: `suggestion-${id}`, day: isoDay(decidedAt), kind: "entry" as const };
      const title = titleIn({ kind, body, before });
      // It was read and told: that it no longer holds is told too, without its words, which may be why it went.
      if (status === "reverted")
        return [
          {
            ...entry,
            title: `${title}, taken back`,
            why: ["A moderator took it back.", reason].filter(Boolean).join(" "),
            source: null,
            path: routes.framework(slug),
          },
        ];
      return [
        {
          ...entry,
          title,
          why: [
            saidIn({ kind, body, before }),
            kinds[kind].replacesWords && before && `It read “${before}” before.`,
            why,
          ]
            .filter(Boolean)
            .join(" "),
          source: url && URL.canParse(url) ? { name: new URL(url).hostname, href: url } : null,
          path: routes.framework(slug),
        },
      ];
    });
    return { changed: [...verdicts, ...entered, ...reopened], kept: keptIn(notes) };
  },
  (slug) => [catalogueTag, frameworkTag(slug)],
);

/** Approvals that were reopened and don't stand again: they were told. */
async function reopenedEntries(slug: string): Promise<HistoryEntry[]> {
  const notes = await db().change.findMany({
    where: { framework: { slug }, ...isReopening() },
    orderBy: { id: "asc" },
    select: { subject: true, detail: true, at: true },
  });
  const latest = new Map(notes.map((note) => [reopenedIn(note.subject), note]));
  const again = await db().suggestion.findMany({
    where: { id: { in: [...latest.keys()] }, status: { in: ["approved", "reverted"] } },
    select: { id: true },
  });
  for (const { id } of again) latest.delete(id);
  return [...latest].map(([id, { detail, at }]) => ({
    id: `suggestion-${id}`,
    day: isoDay(at),
    kind: "entry",
    title: `${(detail as { title: string }).title}, taken back`,
    why: "A moderator took the approval back.",
    source: null,
    path: routes.framework(slug),
  }));
}

/** What changed about a framework, the newest first; null when there is none of that slug. */
export async function getHistory(slug: string): Promise<History | null> {
  const [framework, { changed, kept }] = await Promise.all([getFramework(slug), getChanged(slug)]);
  if (!framework) return null;
  const { name, icon } = framework;
  const now = entriesOf(framework, today());
  return { slug, name, icon, entries: newestFirst([...changed, ...now, ...keptEntries(slug, kept, now)]) };
}
