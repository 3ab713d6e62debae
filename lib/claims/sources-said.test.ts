import { expect, it } from "vitest";
import { sourcesSaid } from "./sources-said.ts";

const by = (slug: string, kind: string, date: string, stance: "supports" | "disputes" = "supports") => ({
  stance,
  source: { slug, kind, date },
});

it("counts sources, not places in them, and the bench where it decides", () => {
  const assertions = [
    by("a", "article", "2020-11-18"),
    by("a", "article", "2020-11-18"),
    by("d", "official", "2026-08"),
  ];
  expect(sourcesSaid({ assertions, judged: null })).toEqual({ count: 2, against: [] });
  expect(sourcesSaid({ assertions, judged: "supports" })).toEqual({ count: 3, against: [] });
});

it("names who disputes, the oldest first and each once", () => {
  const assertions = [
    by("d", "official", "2026-08", "disputes"),
    by("b", "article", "2024", "disputes"),
    by("b", "article", "2024", "disputes"),
    by("s", "survey", "2025-07", "disputes"),
    by("a", "article", "2020-11-18"),
  ];
  expect(sourcesSaid({ assertions, judged: "disputes" }).against).toEqual([
    "2024",
    "survey 2025",
    "docs 2026",
    "the bench",
  ]);
});
