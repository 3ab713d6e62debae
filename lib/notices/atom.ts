import { Feed } from "feed";
import { siteName, siteUrl } from "../site/identity.ts";
import { routes } from "../site/routes.ts";
import { escapeXml } from "../text/markup.ts";
import { withoutControls } from "../text/written.ts";
import type { Notice } from "./notice.ts";

interface FeedHead {
  /** Part of the feed's id: never another one for the same feed. */
  id: string;
  title: string;
  updated: Date;
  /** Where the feed itself is, and the page that shows the same. */
  self: string;
  page: string;
}

/** A feed in the Atom format (RFC 4287). Ids are tag URIs (RFC 4151), so that they outlive a change of address. */
export function atomFeed({ id, title, updated, self, page }: FeedHead, entries: readonly Notice[]): string {
  const tag = `tag:${new URL(siteUrl()).hostname},2026`;
  const feed = new Feed({
    id: `${tag}:${id}`,
    title,
    updated,
    link: siteUrl() + page,
    feedLinks: { atom: siteUrl() + self },
    author: { name: siteName },
    generator: siteName,
  });
  for (const { id: entry, at, title: name, text, path } of entries)
    feed.addItem({
      id: `${tag}:${entry}`,
      date: new Date(at),
      link: siteUrl() + path,
      // The library gives both as HTML.
      title: escapeXml(name),
      description: escapeXml(text),
    });
  return feed.atom1();
}

/** When the newest of these was; `before` where there is none. */
export const newestOf = (entries: readonly Notice[], before: Date): Date =>
  entries.map(({ at }) => new Date(at)).reduce((latest, at) => (at > latest ? at : latest), before);

/** Whose feed it is. */
export interface Reader {
  id: string;
  name: string;
  /** When they came: what the feed says it was brought up to date on while it is empty. */
  createdAt: Date;
}

/** When a feed was brought up to date last. */
export const updatedAt = ({ createdAt }: Reader, notices: readonly Notice[]): Date => newestOf(notices, createdAt);

/**
 * A person's notices.
 * @param key the secret in the feed's own address
 */
export const atom = (reader: Reader, key: string, notices: readonly Notice[]): string =>
  atomFeed(
    {
      id: `notices-${reader.id}`,
      title: `${siteName}: notices for ${withoutControls(reader.name)}`,
      updated: updatedAt(reader, notices),
      self: routes.feed(key),
      page: routes.notices,
    },
    notices,
  );
