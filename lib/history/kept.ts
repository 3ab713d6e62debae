import "server-only";
import type { HistoryEntry } from "../frameworks/entries.ts";
import { latestNotes, type ToldEntry, textOfTold, toldEntry } from "../frameworks/told.ts";
import { routes } from "../site/routes.ts";

/** What was told once and follows from the catalogue no more, as it is kept. */
export type Kept = Omit<ToldEntry, "said">;

/** What was told, by its notes: of every entry as it is noted last, and what went of another day. */
export function keptIn(notes: readonly { id: bigint; subject: string; detail: unknown }[]): Kept[] {
  const latest = new Set(latestNotes(notes).values());
  return notes.flatMap((note) => {
    const { data } = toldEntry.safeParse(note.detail);
    if (!data || !(data.takenBack || latest.has(note))) return [];
    const { said: _said, ...kept } = data;
    return [kept];
  });
}

/**
 * Entries that the history keeps although the catalogue doesn't say so any more, in our own words: what went with a
 * reader's may have gone because of them.
 * @param now what follows from it today; an entry that is still there is not kept besides, however it reads by now
 */
export function keptEntries(slug: string, kept: readonly Kept[], now: readonly HistoryEntry[]): HistoryEntry[] {
  const ids = new Set(now.map(({ id }) => id));
  const days = new Set(now.map(({ id, day }) => `${id} ${day}`));
  const gone = kept.filter((one) => (one.takenBack ? !days.has(`${one.entry} ${one.day}`) : !ids.has(one.entry)));
  const once = new Map(gone.map((one) => [`${one.entry} ${one.day}`, one]));
  return [...once.values()].map((one) => {
    // Feed readers know it by its id, unless another one has that by now.
    const id = ids.has(one.entry) ? `${one.entry}-${one.day}` : one.entry;
    ids.add(id);
    return { id, day: one.day, kind: one.kind, ...wordsOf(one), source: null, path: routes.framework(slug) };
  });
}

function wordsOf({ kind, written, takenBack }: Kept): { title: string; why: string } {
  if (takenBack)
    return {
      title: `${written.title}, taken back`,
      why: "It followed from what a reader entered; a moderator took it back.",
    };
  // The claim may be gone because of its words.
  const title = kind === "dispute" ? `${written.source ?? "A source"} disputed a claim` : written.title;
  // That a release came out stays true.
  const why = kind === "release" ? textOfTold(written) : "This site said so then, and doesn’t any more.";
  return { title, why };
}
