import "server-only";
import { db } from "../../db/index.ts";
import { firstDay } from "../../frameworks/entries.ts";
import {
  againSubject,
  isGone,
  latestNotes,
  type ToldEntry,
  textOfTold,
  toldEntry,
  toldOf,
} from "../../frameworks/told.ts";
import { routes } from "../../site/routes.ts";
import { defineChange } from "../kind.ts";

/** Every entry of a framework's history that follows from the catalogue, when it first shows there, goes or comes again. */
export const history = defineChange({
  detail: toldEntry,
  ahead: false,
  history: false,
  together: true,
  async *look(frameworks, day) {
    const noted = await db().change.findMany({
      where: { kind: { in: ["history", "release"] } },
      select: { id: true, frameworkId: true, kind: true, subject: true },
    });
    for (const framework of frameworks) {
      const own = noted.filter(({ frameworkId }) => frameworkId === framework.id);
      const known = latestNotes(own.map(({ id, kind, subject }) => ({ id, subject: entryIn(kind, subject) })));
      const found = toldOf(framework, day).flatMap((detail) => {
        const note = known.get(detail.entry);
        if (note && !isGone(note.subject)) return [];
        const subject = note ? againSubject(detail.entry, note.id) : detail.entry;
        return [{ frameworkId: framework.id, subject, detail }];
      });
      if (own.some(({ kind, subject }) => kind === "history" && !isGone(subject))) yield* found;
      else await noteFirst(found);
    }
  },
  tell: ({ said, written, entry, kind, takenBack }, { slug, name }) => {
    const { title } = takenBack ? written : said;
    // Of a release line its title says whose it is; the others stand under the framework's name in the history.
    const named = kind === "release" && title.startsWith(`${name} `) ? title : `${name}: ${title}`;
    return {
      title: takenBack ? `${named}, taken back` : named,
      text: takenBack ? "A moderator took back what it followed from." : textOfTold(said),
      path: `${routes.history(slug)}#${entry}`,
    };
  },
  write: ({ written, day, takenBack }) =>
    takenBack
      ? `${written.title} (${day}): a moderator took it back.`
      : [`${written.title} (${day}).`, cut(textOfTold(written))].filter(Boolean).join(" "),
});

/** As an entry is noted: a new release line is noted by its own kind. */
const entryIn = (kind: string, subject: string) => (kind === "release" ? `release-${subject}` : subject);

/** Characters of a letter's line: reasons and names of sources can be long. */
const longest = 240;
const cut = (text: string) => (text.length > longest ? `${text.slice(0, longest).trimEnd()} …` : text);

/** The first look at a framework is no change: its entries are noted at once, as of their own days. */
async function noteFirst(found: readonly { frameworkId: number; subject: string; detail: ToldEntry }[]): Promise<void> {
  await db().change.createMany({
    data: found.map((one) => ({ ...one, kind: "history", at: new Date(firstDay(one.detail.day)) })),
    skipDuplicates: true,
  });
}
