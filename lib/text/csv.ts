type Cell = string | number | boolean | null | readonly string[];

/** A cell by RFC 4180. A text that a spreadsheet would run as a formula, full-width signs
 * included, gets an apostrophe first; lists have semicolons. */
export function csvCell(value: Cell): string {
  if (value === null) return "";
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  const text = typeof value === "string" ? value : value.join(";");
  const safe = /^[=+\-@\t\r＝＋－＠]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** CSV for Excel, which takes a file without a byte-order mark for one in the machine's own encoding. */
export const withMark = (csv: string) => `\uFEFF${csv}`;

/** Items as CSV: a line of names, then a line each. */
export function toCsv<T>(items: readonly T[], columns: Record<string, (item: T) => Cell>): string {
  const lines = [Object.keys(columns), ...items.map((item) => Object.values(columns).map((column) => column(item)))];
  return lines.map((line) => `${line.map(csvCell).join(",")}\r\n`).join("");
}
