import { siteName, siteUrl } from "../site/identity.ts";
import type { Notice } from "./notice.ts";

const escapes: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;" };
// XML has no place for control characters, not even escaped.
// oxlint-disable-next-line no-control-regex
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const escape = (text: string) => text.replaceAll(control, "").replaceAll(/[&<>"']/g, (one) => escapes[one] ?? one);

/** A feed in the Atom format (RFC 4287). Ids are tag URIs (RFC 4151), so that they outlive a change of address. */
export function atom(person: { id: string; name: string }, notices: readonly Notice[]): string {
  const host = new URL(siteUrl()).hostname;
  const updated = notices[0]?.at ?? new Date(0).toISOString();
  const entries = notices.map(
    ({ id, at, title, text, path }) =>
      `<entry><id>tag:${host},2026:${escape(id)}</id><title>${escape(title)}</title><updated>${at}</updated><link href="${escape(siteUrl() + path)}"/><summary>${escape(text)}</summary></entry>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom"><id>tag:${host},2026:notices-${person.id}</id><title>${siteName}: notices for ${escape(person.name)}</title><updated>${updated}</updated><author><name>${siteName}</name></author>${entries.join("")}</feed>`;
}
