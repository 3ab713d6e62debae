/** Text that Markdown shows as it is, in one line, also inside a table. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_[\]<>|#&~]/g, "\\$&")
    .replace(/^(\s*)([-+=])/, "$1\\$2")
    .replace(/^(\s*\d{1,9})([.)])(?=\s)/, "$1\\$2")
    .replace(/\s*\n\s*/g, " ");
}

/** Text of several lines as one paragraph of Markdown, whose lines stay lines. */
export function escapeLines(text: string): string {
  const lines = text.split("\n").map((line) => line.trim());
  return lines.filter(Boolean).map(escapeMarkdown).join("\\\n");
}

/** A link whose address can't end early or become markup, whatever it holds. */
export function markdownLink(text: string, address: string): string {
  const safe = address.replace(
    /[()<>\s\\]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`,
  );
  return `[${escapeMarkdown(text)}](${safe})`;
}
