import { Feed } from "feed";
import { siteName, siteUrl } from "../site/identity.ts";
import { routes } from "../site/routes.ts";
import { escapeXml } from "../text/markup.ts";
import { withoutControls } from "../text/written.ts";
import type { Notice } from "./notice.ts";

/** Whose feed it is. */
export interface Reader {
  id: string;
  name: string;
  /** When they came: what the feed says it was brought up to date on while it is empty. */
  createdAt: Date;
}

/** When a feed was brought up to date last. */
export const updatedAt = ({ createdAt }: Reader, notices: readonly Notice[]): Date =>
  notices.map(({ at }) => new Date(at)).reduce((latest, at) => (at > latest ? at : latest), createdAt);

/**
 * A feed in the Atom format (RFC 4287). Ids are tag URIs (RFC 4151), so that they outlive a change of address.
 * @param key the secret in its own address
 */
export function atom(reader: Reader, key: string, notices: readonly Notice[]): string {
  const tag = `tag:${new URL(siteUrl()).hostname},2026`;
  const feed = new Feed({
    id: `${tag}:notices-${reader.id}`,
    title: `${siteName}: notices for ${withoutControls(reader.name)}`,
    updated: updatedAt(reader, notices),
    link: siteUrl() + routes.notices,
    feedLinks: { atom: siteUrl() + routes.feed(key) },
    author: { name: siteName },
    generator: siteName,
  });
  for (const { id, at, title, text, path } of notices)
    feed.addItem({
      id: `${tag}:${id}`,
      date: new Date(at),
      link: siteUrl() + path,
      // The library gives both as HTML.
      title: escapeXml(title),
      description: escapeXml(text),
    });
  return feed.atom1();
}
