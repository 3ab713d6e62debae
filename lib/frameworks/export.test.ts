import { expect, it } from "vitest";
import { testRow } from "../testing/rows.ts";
import { exportRows } from "./export.ts";

const rows = [
  testRow({ slug: "x", name: '=HYPERLINK("evil"), "quoted"', licence: "MIT" }),
  testRow({ slug: "y", name: "Y | Z" }),
];
const site = "https://example.org";

it("writes CSV that quotes what it must and that no spreadsheet runs as a formula", () => {
  const csv = exportRows(rows, "csv", "2026-11-21", site);
  expect(csv).toContain(`"'=HYPERLINK(""evil""), ""quoted"""`);
  expect(csv.split("\r\n")[0]).toContain("Framework,Language,Kind");
  const lines = csv.trimEnd().split("\r\n");
  expect(lines).toHaveLength(1 + rows.length);
  for (const line of lines.slice(1)) expect(line).toMatch(/,2026-11-21,https:\/\/example\.org\/sources\/licences$/);
});

it("writes JSON that parses and says its date and where the sources are", () => {
  const data = JSON.parse(exportRows(rows, "json", "2026-11-21", site)) as {
    asOf: string;
    frameworks: { sources: string }[];
  };
  expect(data.asOf).toBe("2026-11-21");
  expect(data.frameworks.map((row) => row.sources)).toEqual([`${site}/frameworks/x`, `${site}/frameworks/y`]);
});

it("writes a Markdown table whose cells can't break it, with unknown said as such", () => {
  const lines = exportRows(rows, "md", "2026-11-21", site).split("\n");
  expect(lines[3]).toContain("Y \\| Z");
  expect(lines[3]).toContain("unknown");
  const bars = (line: string | undefined) => line?.replaceAll("\\|", "").split("|").length;
  expect(bars(lines[3])).toBe(bars(lines[0]));
});

it("gives an empty selection as an empty file of the same form", () => {
  for (const format of ["csv", "json", "md"] as const)
    expect(() => exportRows([], format, "2026-11-21", site)).not.toThrow();
});
