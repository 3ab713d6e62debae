import "server-only";
import { z } from "zod";
import { toClaim } from "../claims/view.ts";
import { lineSpot } from "../releases/corrected-line.ts";
import { standingSpot } from "./corrected-standing.ts";
import { entriesOf, historyKinds, type Known } from "./entries.ts";
import type { Facts } from "./facts.ts";
import type { Looked } from "./looked.ts";
import type { Standing } from "./standing.ts";

// Entries follow from what the catalogue says now. What was told of them is kept as changes of the kind "history", so that
// it stays told when the catalogue says otherwise.

const words = z.object({ title: z.string(), why: z.string(), source: z.string().nullable() });

/** What is kept of an entry that was told. */
export const toldEntry = z.object({
  /** Its id in the history. */
  entry: z.string(),
  day: z.string(),
  kind: z.enum(Object.keys(historyKinds) as (keyof typeof historyKinds)[]),
  path: z.string(),
  said: words,
  /** The same without what a reader typed. */
  written: words,
  /** Whether it is noted because it went, with what a moderator took back. */
  takenBack: z.boolean().default(false),
});
export type ToldEntry = z.output<typeof toldEntry>;

/** Why and whose word it is, in sentences. */
export const textOfTold = ({ why, source }: z.output<typeof words>): string =>
  [/[^.!?…]$/.test(why) ? `${why}.` : why, source && `Source: ${source}.`].filter(Boolean).join(" ");

/** The subject that an entry is noted by: its id, and behind a space that and when it went or came again. */
export const goneSubject = (entry: string, at: Date): string => `${entry} gone ${at.toISOString()}`;
export const againSubject = (entry: string, since: bigint): string => `${entry} again ${since}`;
export const entryOfSubject = (subject: string): string => subject.replace(/ (gone|again) \S+$/, "");
export const isGone = (subject: string): boolean => / gone \S+$/.test(subject);

/** The note that says how it is with each entry: what went, or came again, counts whenever the first note was written. */
export function latestNotes<Note extends { id: bigint; subject: string }>(notes: readonly Note[]): Map<string, Note> {
  const latest = new Map<string, Note>();
  const isFirst = ({ subject }: Note) => entryOfSubject(subject) === subject;
  for (const note of notes) {
    const entry = entryOfSubject(note.subject);
    const other = latest.get(entry);
    const isLater = !other || (isFirst(other) === isFirst(note) ? note.id > other.id : isFirst(other));
    if (isLater) latest.set(entry, note);
  }
  return latest;
}

/** What is told of a framework as of a day. */
export function toldOf(framework: Looked, day: string): ToldEntry[] {
  const inOurWords = new Map(entriesOf(knownOf(framework, day, true), day).map((entry) => [entry.id, entry]));
  return entriesOf(knownOf(framework, day, false), day).map(({ id, day: on, kind, path, ...said }) => {
    const { title, why, source } = inOurWords.get(id) ?? { title: historyKinds[kind], why: "", source: null };
    return {
      entry: id,
      day: on,
      kind,
      path,
      said: { title: said.title, why: said.why, source: said.source?.name ?? null },
      written: { title, why, source: source?.name ?? null },
      takenBack: false,
    };
  });
}

/** What entries follow from. @param ours whether what readers typed is left out */
function knownOf(row: Looked, day: string, ours: boolean): Known {
  const { slug, facts, standing, standingSource, standingAsOf, standingNote } = row;
  const isTyped = (spot: string) => ours && row.correctedRows.some((one) => one.spot === spot);
  const releases = row.releases.map((line) =>
    isTyped(lineSpot(line.cycle)) ? { ...line, source: null, note: null } : line,
  );
  const claims = row.claims.map(({ suggestionId, wordingId, ...claim }) => ({
    ...claim,
    text: ours && (suggestionId ?? wordingId) !== null ? "a claim in a reader’s words" : claim.text,
    assertions: claim.assertions.map((assertion) => ({
      ...assertion,
      note: ours && assertion.suggestionId !== null ? null : assertion.note,
    })),
  }));
  return {
    slug,
    name: ours && row.suggestionId !== null ? slug : row.name,
    releases,
    supportSource: row.supportSource,
    supportNote: row.supportNote,
    facts: Object.fromEntries(
      facts.map(({ key, ...fact }) => [
        key,
        ours && fact.suggestionId !== null ? { ...fact, source: null, note: null } : fact,
      ]),
    ) as Facts,
    standing: {
      value: standing as Standing | null,
      source: isTyped(standingSpot) ? null : standingSource,
      asOf: standingAsOf,
      note: isTyped(standingSpot) ? null : standingNote,
    },
    claims: claims.map((claim) => toClaim(claim, releases, day)),
  };
}
