/** An address in a text, without what ends its sentence. */
const bareAddress = /(https?:\/\/[^\s<>\\"“”]+?)(?=[.,;:!?)\]'’*]*(?:[\s<>\\"“”]|$))/;

/**
 * Text that Markdown shows as it is, in one line, also inside a table. Addresses stand in angle brackets: what is escaped
 * in one would become part of it.
 */
export function escapeMarkdown(text: string): string {
  return text
    .split(bareAddress)
    .map((part, index) => (index % 2 === 1 ? `<${part.replaceAll("|", "%7C")}>` : escapeSigns(part)))
    .join("")
    .replace(/^(\s*)([-+=])/, "$1\\$2")
    .replace(/^(\s*\d{1,9})([.)])(?=\s)/, "$1\\$2")
    .replace(/\s*\n\s*/g, " ");
}

const escapeSigns = (text: string) => text.replace(/[\\`*_[\]<>|#&~]/g, "\\$&");

/** Text of several lines as one paragraph of Markdown, whose lines stay lines. */
export function escapeLines(text: string): string {
  const lines = text.split("\n").map((line) => line.trim());
  return lines.filter(Boolean).map(escapeMarkdown).join("\\\n");
}

/** A link whose address can't end early or become markup, whatever it holds. */
export function markdownLink(text: string, to: string): string {
  const safe = to.replace(
    /[()<>\s\\]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`,
  );
  return `[${escapeSigns(text).replace(/\s*\n\s*/g, " ")}](${safe})`;
}
