import { csvCell } from "../text/csv.ts";
import { escapeMarkdown } from "../text/markdown.ts";
import { attributes } from "./attributes.ts";
import type { CatalogueRow } from "./row.ts";

export const exportFormats = ["csv", "json", "md"] as const;
export type ExportFormat = (typeof exportFormats)[number];

export const exportTypes: Record<ExportFormat, string> = {
  csv: "text/csv; charset=utf-8",
  json: "application/json; charset=utf-8",
  md: "text/markdown; charset=utf-8",
};

/** One field per attribute of the registry, then where to read on. */
function fields(row: CatalogueRow, site: string): [string, string][] {
  return [
    ...attributes
      .filter(({ drawn }) => !drawn)
      .map((attribute): [string, string] => [attribute.name, attribute.text(row)]),
    ["Stars as of", row.starsAsOf ?? ""],
    ["Sources", `${site}/frameworks/${row.slug}`],
  ];
}

/** Rows of the catalogue as a file: what is shown, the day, and where each fact's source is to be found. */
export function exportRows(rows: readonly CatalogueRow[], format: ExportFormat, day: string, site: string): string {
  const note = `Framewise, ${day}. Sources and dates of every fact: the page under "Sources". Licences: ${site}/sources/licences`;
  const records = rows.map((row) => fields(row, site));
  const head = records[0]?.map(([name]) => name) ?? [];
  if (format === "json") {
    const frameworks = rows.map((row) => ({ ...row, sources: `${site}/frameworks/${row.slug}` }));
    return `${JSON.stringify({ asOf: day, note, frameworks }, null, 2)}\n`;
  }
  if (format === "csv") {
    // The day and the licences stand in each line: a note below the table would be one more framework to a parser.
    const licences = `${site}/sources/licences`;
    const lines = [
      [...head, "Exported", "Licences"],
      ...records.map((record) => [...record.map(([, value]) => value), day, licences]),
    ];
    return `${lines.map((line) => line.map(csvCell).join(",")).join("\r\n")}\r\n`;
  }
  const shown = attributes.filter((attribute) => attribute.column === "shown");
  const line = (cells: string[]) => `| ${cells.join(" | ")} |`;
  return `${[
    line([...shown.map((attribute) => attribute.name), "Sources"]),
    line([...shown, null].map(() => "---")),
    ...rows.map((row) =>
      line([
        ...shown.map((item) => escapeMarkdown(item.text(row)) || "unknown"),
        `[page](${site}/frameworks/${row.slug})`,
      ]),
    ),
    "",
    note,
  ].join("\n")}\n`;
}
