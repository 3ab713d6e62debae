import { firstDay } from "../frameworks/entries.ts";
import { atomFeed, newestOf } from "../notices/atom.ts";
import { siteName } from "../site/identity.ts";
import { routes } from "../site/routes.ts";
import type { History } from "./queries.ts";

const most = 50;

/** A framework's history as a public feed: the newest entries. A day stands for its beginning. */
export function historyFeed({ slug, name, entries }: History): string {
  const items = entries.slice(0, most).map(({ id, day, title, why, source, path }) => ({
    id: `history-${slug}-${id}`,
    at: `${firstDay(day)}T00:00:00.000Z`,
    title,
    text: [why, source && `Source: ${source.name}.`].filter(Boolean).join(" "),
    path,
  }));
  return atomFeed(
    {
      id: `history-${slug}`,
      title: `${name}: what changed (${siteName})`,
      updated: newestOf(items, new Date(0)),
      self: routes.frameworkFeed(slug),
      page: routes.history(slug),
    },
    items,
  );
}
