const inHead = /<link rel="preload" as="script"[^>]*>|<script src="[^"]+" async=""><\/script>/g;

/** Where React's own script begins: everything that one reads is before it. */
const bootstrap = '<script id="_R_">';

/**
 * A page whose scripts are asked for behind what it says: asked for in its head, they take the line, and on a slow phone a
 * tenth of a second of its processor, from the first picture. They run in any order, so their place decides nothing else.
 * @param {string} html
 * @returns {string}
 */
export function withLateScripts(html) {
  const end = html.indexOf("</head>");
  const at = html.lastIndexOf(bootstrap);
  if (end === -1 || at < end) return html;
  const head = html.slice(0, end);
  const scripts = head.match(inHead)?.join("") ?? "";
  return head.replaceAll(inHead, "") + html.slice(end, at) + scripts + html.slice(at);
}
