import { siteName, siteUrl } from "../site/identity.ts";
import { escapeXml } from "../text/markup.ts";
import type { Notice } from "./notice.ts";

/** A feed in the Atom format (RFC 4287). Ids are tag URIs (RFC 4151), so that they outlive a change of address. */
export function atom(person: { id: string; name: string }, notices: readonly Notice[]): string {
  const host = new URL(siteUrl()).hostname;
  const updated = notices[0]?.at ?? new Date(0).toISOString();
  const entries = notices.map(
    ({ id, at, title, text, path }) =>
      `<entry><id>tag:${host},2026:${escapeXml(id)}</id><title>${escapeXml(title)}</title><updated>${at}</updated><link href="${escapeXml(siteUrl() + path)}"/><summary>${escapeXml(text)}</summary></entry>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom"><id>tag:${host},2026:notices-${person.id}</id><title>${siteName}: notices for ${escapeXml(person.name)}</title><updated>${updated}</updated><author><name>${siteName}</name></author>${entries.join("")}</feed>`;
}
