import { siteName, siteUrl } from "../site/identity.ts";
import { escapeXml } from "../text/markup.ts";
import type { Notice } from "./notice.ts";

interface Feed {
  /** Part of the feed's id: never another one for the same feed. */
  id: string;
  title: string;
  /** Where the feed itself is, and the page that shows the same; absent where the address is secret. */
  self?: string;
  page?: string;
}

/** A feed in the Atom format (RFC 4287). Ids are tag URIs (RFC 4151), so that they outlive a change of address. */
export function atomFeed({ id, title, self, page }: Feed, entries: readonly Notice[]): string {
  const host = new URL(siteUrl()).hostname;
  const updated = entries[0]?.at ?? new Date(0).toISOString();
  const link = (path: string, rel = "") => `<link ${rel}href="${escapeXml(siteUrl() + path)}"/>`;
  const items = entries.map(
    (entry) =>
      `<entry><id>tag:${host},2026:${escapeXml(entry.id)}</id><title>${escapeXml(entry.title)}</title><updated>${entry.at}</updated>${link(entry.path)}<summary>${escapeXml(entry.text)}</summary></entry>`,
  );
  const links = (self ? link(self, 'rel="self" ') : "") + (page ? link(page) : "");
  return `<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom"><id>tag:${host},2026:${escapeXml(id)}</id><title>${escapeXml(title)}</title><updated>${updated}</updated>${links}<author><name>${siteName}</name></author>${items.join("")}</feed>`;
}

/** A person's notices. */
export const atom = (person: { id: string; name: string }, notices: readonly Notice[]): string =>
  atomFeed({ id: `notices-${person.id}`, title: `${siteName}: notices for ${person.name}` }, notices);
