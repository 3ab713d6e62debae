import { type Group, type Letter, letter } from "../mail/letter.ts";
import { siteName } from "../site/identity.ts";
import { routes } from "../site/routes.ts";
import { isoDay } from "../text/dates.ts";
import { looksLikeAddress, oneLine } from "../text/written.ts";
import { changeKinds } from "./kinds.ts";

const day = 24 * 3_600;

/** How often somebody may be written to. The database names the same. */
export const rhythms = {
  week: { name: "Once a week", said: "once a week", seconds: 7 * day },
  day: { name: "Once a day", said: "once a day", seconds: day },
} as const;
export type Rhythm = keyof typeof rhythms;
export const isRhythm = (text: string): text is Rhythm => Object.hasOwn(rhythms, text);

/** Something that changed, as it is kept. */
export interface Changed {
  at: Date;
  kind: string;
  detail: unknown;
  slug: string;
  name: string;
  /** Whether a reader named the framework. */
  suggested: boolean;
  /** How many changes there are of this framework, and in all. */
  own: number;
  all: number;
}

/** Lines of one framework, and of a letter: what is left out is on the page that it leads to. */
export const mostOfOne = 15;
export const mostChanges = 100;

/** A name of ours; one that a reader gave stands in a letter only where it is short and leads nowhere. */
export function nameInLetter({ name, slug, suggested }: Pick<Changed, "name" | "slug" | "suggested">): string {
  const flat = oneLine(name);
  return suggested && (flat.length > 30 || flat === "" || looksLikeAddress(flat)) ? slug : flat;
}

/**
 * What changed on the frameworks that somebody watches, in our own words; null where nothing is to be said of it.
 * @param changes by framework, at most `mostOfOne` of each and `mostChanges` in all
 * @param token what ends these letters
 */
export function digestLetter(
  { email, every, since, until }: { email: string; every: Rhythm; since: Date; until: Date },
  changes: readonly Changed[],
  token: string,
): Letter | null {
  const named = new Map(changes.map(({ slug, own }) => [slug, own]));
  const groups = [...named.keys()].flatMap((slug): Group[] => {
    const shown = changes.filter((change) => change.slug === slug);
    const lines = shown.flatMap((change) => lineOf(change) ?? []);
    const [first] = shown;
    if (!first || lines.length === 0) return [];
    if (first.own > shown.length)
      lines.push({ text: `And ${first.own - shown.length} more, in its history.`, path: routes.history(slug) });
    return [{ title: nameInLetter(first), lines }];
  });
  if (groups.length === 0) return null;
  const unnamed = (changes[0]?.all ?? 0) - [...named.values()].reduce((sum, own) => sum + own, 0);
  return letter(
    email,
    `What changed on ${groups.length === 1 ? "a framework" : `${groups.length} frameworks`} that you watch`,
    [
      `From ${isoDay(since)} to ${isoDay(until)}, on the frameworks that you watch at ${siteName}:`,
      ...groups,
      ...(unnamed > 0 ? [`And ${unnamed} more, on others of them: more than fits into a letter.`] : []),
    ],
    { path: routes.notices, text: "See all of it" },
    [
      `You asked for this letter, ${rhythms[every].said} at most.`,
      { path: `${routes.account}#digest`, text: "Choose how often" },
      { path: routes.unsubscribe(token), text: "No more of these letters" },
    ],
    routes.oneClick(token),
  );
}

function lineOf({ kind, detail, slug, name, at }: Changed) {
  const said = changeKinds[kind]?.write(detail);
  const path = changeKinds[kind]?.tell(detail, { slug, name })?.path;
  return said && path ? { text: `${isoDay(at)}: ${said}`, path } : null;
}
