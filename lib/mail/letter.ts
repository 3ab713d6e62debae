import { siteName, siteUrl } from "../site/identity.ts";
import { escapeXml } from "../text/markup.ts";

export interface Letter {
  to: string;
  subject: string;
  text: string;
  html: string;
  /** Where a POST ends letters of this kind (RFC 8058); none in letters that somebody has just asked for. */
  unsubscribe?: string;
}

/** A path of this site, and what opening it does or shows. */
interface Link {
  path: string;
  text: string;
}

/** Lines under a title, each with where it stands. */
export interface Group {
  title: string;
  lines: Link[];
}

const addressOf = ({ path }: Link) => siteUrl() + path;

/**
 * A letter as plain text and as HTML, from the same sentences. Addresses in it come from configuration only.
 * @param link what the letter is for, as a button
 * @param unsubscribe a path that ends letters of this kind when it is posted to
 */
export function letter(
  to: string,
  subject: string,
  sentences: (string | Group)[],
  link?: Link,
  after: (string | Link)[] = [],
  unsubscribe?: string,
): Letter {
  const url = link && addressOf(link);
  const text = [
    ...sentences.map(plain),
    ...(link && url ? [`${link.text}:\n${url}`] : []),
    ...after.map(plain),
    `${siteName} · ${siteUrl()}`,
  ].join("\n\n");
  const button =
    link && url
      ? `<p style="margin:1.5em 0"><a href="${escapeXml(url)}" style="background:#15181d;color:#ffffff;padding:.7em 1.2em;text-decoration:none;display:inline-block">${escapeXml(link.text)}</a></p><p style="margin:0 0 1em;font-size:.85em;color:#585d66">Or copy this address: ${escapeXml(url)}</p>`
      : "";
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escapeXml(subject)}</title></head><body style="font-family:system-ui,sans-serif;line-height:1.5;color:#15181d;max-width:34rem;margin:0 auto;padding:1.5rem">${sentences.map(marked).join("")}${button}${after.map(marked).join("")}<p style="margin:2em 0 0;font-size:.85em;color:#585d66">${siteName} · <a href="${escapeXml(siteUrl())}">${escapeXml(siteUrl())}</a></p></body></html>`;
  return { to, subject, text, html, ...(unsubscribe !== undefined && { unsubscribe: siteUrl() + unsubscribe }) };
}

function plain(part: string | Group | Link): string {
  if (typeof part === "string") return part;
  if ("path" in part) return `${part.text}:\n${addressOf(part)}`;
  return [part.title, ...part.lines.map((line) => `- ${line.text}\n  ${addressOf(line)}`)].join("\n");
}

const anchor = (link: Link) => `<a href="${escapeXml(addressOf(link))}">${escapeXml(link.text)}</a>`;

function marked(part: string | Group | Link): string {
  if (typeof part === "string") return `<p style="margin:0 0 1em">${escapeXml(part)}</p>`;
  if ("path" in part) return `<p style="margin:0 0 1em">${anchor(part)}</p>`;
  const lines = part.lines.map((line) => `<li style="margin:0 0 .3em">${anchor(line)}</li>`).join("");
  return `<h2 style="margin:1.2em 0 .3em;font-size:1.1em">${escapeXml(part.title)}</h2><ul style="margin:0 0 1em;padding-left:1.2em">${lines}</ul>`;
}
