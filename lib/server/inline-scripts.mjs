import fs from "node:fs";
import path from "node:path";
import { hashOf } from "./policy.mjs";

// Which inline scripts of a page are ours. A nonce can't do: pages come from a cache. Hashes of whatever stands in the
// page would allow an injected script as well. So Next is told a secret nonce that it writes on its own scripts only;
// here it is taken off again before anyone sees it, and just the scripts that had it are allowed, by their hash.

/**
 * The inline scripts of a page, in one pass: what people wrote may stand in it as often as they like.
 * @param {string} html
 * @returns {Generator<{ attributes: string, text: string }>}
 */
function* inlineScripts(html) {
  for (let at = 0; ; ) {
    const start = html.indexOf("<script", at);
    const opened = start === -1 ? -1 : html.indexOf(">", start);
    const end = opened === -1 ? -1 : html.indexOf("</script>", opened);
    if (end === -1) return;
    at = end + "</script>".length;
    const attributes = html.slice(start + "<script".length, opened);
    const text = html.slice(opened + 1, end);
    if (text !== "" && !/\ssrc=/.test(attributes)) yield { attributes, text };
  }
}

/**
 * Takes the marker off a page and says which of its inline scripts may run.
 * @param {string} html
 * @param {string} marker the secret nonce, as it was given to Next
 * @param {ReadonlySet<string>} known hashes of scripts of pages that were rendered when the app was built
 * @returns {{ html: string, hashes: string[] }}
 */
export function admitScripts(html, marker, known) {
  /** @type {Set<string>} */
  const hashes = new Set();
  for (const { attributes, text } of inlineScripts(html)) {
    const hash = hashOf(text.replaceAll(marker, ""));
    if (attributes.includes(`nonce="${marker}"`) || known.has(hash)) hashes.add(hash);
  }
  return { html: withoutMarker(html, marker), hashes: [...hashes] };
}

/**
 * @param {string} text
 * @param {string} marker
 */
export function withoutMarker(text, marker) {
  return text.replaceAll(` nonce="${marker}"`, "").replaceAll(marker, "");
}

/**
 * Hashes of the inline scripts in the pages that the build rendered (our "not found" page).
 * @param {string} folder the build's folder for such pages
 * @returns {Set<string>}
 */
export function builtScripts(folder) {
  /** @type {Set<string>} */
  const hashes = new Set();
  if (!fs.existsSync(folder)) return hashes;
  for (const name of fs.readdirSync(folder, { recursive: true })) {
    if (typeof name !== "string" || !name.endsWith(".html")) continue;
    const html = fs.readFileSync(path.join(folder, name), "utf8");
    for (const { text } of inlineScripts(html)) hashes.add(hashOf(text));
  }
  return hashes;
}
