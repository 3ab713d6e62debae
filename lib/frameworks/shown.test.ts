import { expect, it } from "vitest";
import { testRow } from "../testing/rows.ts";
import { defaultView } from "./search-params.ts";
import { shownOf } from "./shown.ts";
import { computeView } from "./view.ts";

const rows = [
  testRow({
    slug: "a",
    name: "A",
    tagline: "Long words",
    usage: 12.6,
    stars: 88_000,
    support: "supported",
    supportedUntil: "2028-04-30",
  }),
  testRow({ slug: "b", name: "B", languages: ["PHP"], stars: 900 }),
];
const shown = (view = defaultView) => shownOf(computeView(rows, view, null), view, rows);

it("carries the chosen columns and nothing that isn't seen", () => {
  expect(JSON.stringify(shown())).not.toContain("Long words");
  const few = shown({ ...defaultView, columns: ["name", "language"] });
  expect(few.rows.map(({ cells }) => cells)).toEqual([[""], ["PHP"]]);
  expect(few.columns).toEqual(["language"]);
});

it("says use by the survey with stars below it, and support with its end", () => {
  const { rows: all, columns } = shown();
  const cells = (id: string) => all.map((row) => row.cells[columns.indexOf(id)]);
  expect(cells("usage")).toEqual(["12.6 %\n★ 88,000", "\n★ 900"]);
  expect(cells("support")).toEqual(["Supported\n2028-04-30", { text: "No policy", muted: true }]);
});

it("knows what is picked even where a filter hides it", () => {
  const view = { ...defaultView, filters: { language: ["PHP"] }, pick: ["a", "nope"] };
  expect(shown(view).rows.map(({ slug }) => slug)).toEqual(["b"]);
  expect(shown(view).picked.map(({ name }) => name)).toEqual(["A"]);
});
