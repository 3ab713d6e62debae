import "server-only";
import { z } from "zod";
import { toClaim } from "../../claims/view.ts";
import { db } from "../../db/index.ts";
import { standingSpot } from "../../frameworks/corrected-standing.ts";
import { entriesOf, firstDay, historyKinds, type Known } from "../../frameworks/entries.ts";
import type { Facts } from "../../frameworks/facts.ts";
import type { Standing } from "../../frameworks/standing.ts";
import { lineSpot } from "../../releases/corrected-line.ts";
import { routes } from "../../site/routes.ts";
import { defineChange } from "../kind.ts";
import type { Looked } from "../looked.ts";

const words = z.object({ title: z.string(), why: z.string(), source: z.string().nullable() });

const detail = z.object({
  /** Its id in the history. */
  entry: z.string(),
  day: z.string(),
  kind: z.enum(Object.keys(historyKinds) as (keyof typeof historyKinds)[]),
  path: z.string(),
  said: words,
  /** The same without what a reader typed. */
  written: words,
});

/** Every entry of a framework's history that follows from the catalogue, once, when it first shows there. */
export const history = defineChange({
  detail,
  ahead: false,
  history: false,
  together: true,
  async *look(frameworks, day) {
    const noted = await db().change.findMany({
      where: { kind: { in: ["history", "release"] } },
      select: { frameworkId: true, kind: true, subject: true },
    });
    const known = new Set(noted.map((one) => `${one.frameworkId} ${entryOf(one)}`));
    const looked = new Set(noted.flatMap(({ frameworkId, kind }) => (kind === "history" ? [frameworkId] : [])));
    for (const framework of frameworks) {
      const found = foundIn(framework, day).filter(({ subject }) => !known.has(`${framework.id} ${subject}`));
      if (looked.has(framework.id)) yield* found;
      else await noteFirst(found);
    }
  },
  tell: ({ said, entry, kind }, { slug, name }) => ({
    // Of a release line its title says whose it is; the others stand under the framework's name in the history.
    title: kind === "release" && said.title.startsWith(`${name} `) ? said.title : `${name}: ${said.title}`,
    text: textOf(said),
    path: `${routes.history(slug)}#${entry}`,
  }),
  write: ({ written, day }) => [`${written.title} (${day}).`, cut(textOf(written))].filter(Boolean).join(" "),
});

/** The entry that a change noted: a new release line is noted by its own kind. */
const entryOf = ({ kind, subject }: { kind: string; subject: string }) =>
  kind === "release" ? `release-${subject}` : subject;

const textOf = ({ why, source }: z.output<typeof words>) =>
  [/[^.!?…]$/.test(why) ? `${why}.` : why, source && `Source: ${source}.`].filter(Boolean).join(" ");

/** Characters of a letter's line: reasons and names of sources can be long. */
const longest = 240;
const cut = (text: string) => (text.length > longest ? `${text.slice(0, longest).trimEnd()} …` : text);

function foundIn(framework: Looked, day: string) {
  const inOurWords = new Map(entriesOf(knownOf(framework, day, true), day).map((entry) => [entry.id, entry]));
  return entriesOf(knownOf(framework, day, false), day).map(({ id, day: on, kind, path, ...said }) => {
    const { title, why, source } = inOurWords.get(id) ?? { title: historyKinds[kind], why: "", source: null };
    return {
      frameworkId: framework.id,
      subject: id,
      detail: {
        entry: id,
        day: on,
        kind,
        path,
        said: { title: said.title, why: said.why, source: said.source?.name ?? null },
        written: { title, why, source: source?.name ?? null },
      },
    };
  });
}

/** The first look at a framework is no change: its entries are noted at once, as of their own days. */
async function noteFirst(found: ReturnType<typeof foundIn>): Promise<void> {
  await db().change.createMany({
    data: found.map((one) => ({ ...one, kind: "history", at: new Date(firstDay(one.detail.day)) })),
    skipDuplicates: true,
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
