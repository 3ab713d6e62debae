import { siteName, siteUrl } from "../site/identity.ts";
import { escapeXml } from "../text/markup.ts";

export interface Letter {
  to: string;
  subject: string;
  text: string;
  html: string;
}

/**
 * A letter as plain text and as HTML, from the same sentences. Addresses in it come from configuration only.
 * @param link a path of this site, and what opening it does
 */
export function letter(
  to: string,
  subject: string,
  sentences: string[],
  link?: { path: string; text: string },
  after: string[] = [],
): Letter {
  const url = link && `${siteUrl()}${link.path}`;
  const text = [
    ...sentences,
    ...(link && url ? [`${link.text}:\n${url}`] : []),
    ...after,
    `${siteName} · ${siteUrl()}`,
  ].join("\n\n");
  const paragraph = (sentence: string) => `<p style="margin:0 0 1em">${escapeXml(sentence)}</p>`;
  const button =
    link && url
      ? `<p style="margin:1.5em 0"><a href="${escapeXml(url)}" style="background:#15181d;color:#ffffff;padding:.7em 1.2em;text-decoration:none;display:inline-block">${escapeXml(link.text)}</a></p><p style="margin:0 0 1em;font-size:.85em;color:#585d66">Or copy this address: ${escapeXml(url)}</p>`
      : "";
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escapeXml(subject)}</title></head><body style="font-family:system-ui,sans-serif;line-height:1.5;color:#15181d;max-width:34rem;margin:0 auto;padding:1.5rem">${sentences.map(paragraph).join("")}${button}${after.map(paragraph).join("")}<p style="margin:2em 0 0;font-size:.85em;color:#585d66">${siteName} · <a href="${escapeXml(siteUrl())}">${escapeXml(siteUrl())}</a></p></body></html>`;
  return { to, subject, text, html };
}
