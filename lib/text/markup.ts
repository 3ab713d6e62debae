const escapes: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

// Control characters may not stand in XML at all, not even escaped.
// oxlint-disable-next-line no-control-regex
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** Text as it may stand in XML, SVG and HTML, between tags and in attributes. */
export function escapeXml(text: string): string {
  return text.replaceAll(control, "").replaceAll(/[&<>"']/g, (character) => escapes[character] ?? character);
}
