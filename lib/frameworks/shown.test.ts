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
  expect(few.rows.map(({ cells }) => cells)).toEqual([{ language: "" }, { language: "PHP" }]);
});

it("says use by the survey with stars below it, and support with its end", () => {
  const [a, b] = shown().rows;
  expect(a?.cells.usage).toEqual({ text: "12.6 %", small: "★ 88,000" });
  expect(b?.cells.usage).toEqual({ text: "", small: "★ 900" });
  expect(a?.cells.support).toMatchObject({ small: "2028-04-30" });
  expect(b?.cells.support).toEqual({ text: "No policy", muted: true });
});

it("puts the profile into words", () => {
  const scored = [testRow({ slug: "c", scores: [4.91, 1.2, 3, null] })];
  const [c] = shownOf(computeView(scored, defaultView, null), defaultView, scored).rows;
  expect(c?.cells.profile).toEqual({
    scores: [4.9, 1.2, 3, null],
    words: "Best: learning 4.9, batteries included 3.0; least: productivity 1.2",
  });
});

it("knows what is picked even where a filter hides it", () => {
  const view = { ...defaultView, filters: { language: ["PHP"] }, pick: ["a", "nope"] };
  expect(shown(view).rows.map(({ slug }) => slug)).toEqual(["b"]);
  expect(shown(view).picked.map(({ name }) => name)).toEqual(["A"]);
});
