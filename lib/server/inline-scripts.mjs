import fs from "node:fs";
import path from "node:path";
import { hashOf } from "./policy.mjs";

// Which inline scripts of a page are ours. A nonce can't do: pages come from a cache. Hashes of whatever stands in the
// page would allow an injected script as well. So Next is told a secret nonce that it writes on its own scripts only;
// here it is taken off again before anyone sees it, and just the scripts that had it are allowed, by their hash.

/**
 * The inline scripts of a page, in one pass: what people wrote may stand in it as often as they like.
 * @param {string} html
 * @returns {Generator<{ attributes: string, text: string, start: number, end: number }>}
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
    if (text !== "" && !/\ssrc=/.test(attributes)) yield { attributes, text, start, end: at };
  }
}

/** A script that hands the browser a piece of the page's data, and does nothing else. */
const piece = /^(\(self\.__next_f=self\.__next_f\|\|\[\]\)|self\.__next_f)\.push\(/;

/**
 * Takes the marker off a page and says which of its inline scripts may run. The data of a page comes in up to a hundred
 * scripts; as one script, where the last one stood, it needs one hash: proxies refuse long headers. The order is kept,
 * and the browser waits for data that comes late as it does on a slow line.
 * @param {string} html
 * @param {string} marker the secret nonce, as it was given to Next
 * @param {ReadonlySet<string>} known hashes of scripts of pages that were rendered when the app was built
 * @returns {{ html: string, hashes: string[] }}
 */
export function admitScripts(html, marker, known) {
  /** @type {Set<string>} */
  const hashes = new Set();
  /** @type {string[]} */
  const parts = [];
  /** @type {string[]} */
  const data = [];
  let from = 0;
  let last = -1;
  for (const { attributes, text, start, end } of inlineScripts(html)) {
    const own = withoutMarker(text, marker);
    const marked = attributes.includes(`nonce="${marker}"`);
    if (!marked && !known.has(hashOf(own))) continue;
    if (!piece.test(own) || withoutMarker(attributes, marker) !== "") {
      hashes.add(hashOf(own));
      continue;
    }
    parts.push(html.slice(from, start), "");
    data.push(own);
    last = parts.length - 1;
    from = end;
  }
  parts.push(html.slice(from));
  const whole = data.join(";");
  if (last !== -1) {
    parts[last] = `<script>${whole}</script>`;
    hashes.add(hashOf(whole));
  }
  return { html: withoutMarker(parts.join(""), marker), hashes: [...hashes] };
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
