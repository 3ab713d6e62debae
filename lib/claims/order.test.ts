import { expect, it } from "vitest";
import { byCriterion, orderClaims } from "./order.ts";
import type { Verdict } from "./rules.ts";

const claim = (id: string, verdict: Verdict, supports: number, votes = { yes: 0, no: 0 }) => ({
  id,
  criterion: "learning",
  verdict,
  votes,
  assertions: Array.from({ length: supports }, () => ({ stance: "supports" as const })),
});

it("puts voted claims first, then better verdicts, then more sources, and keeps the content's order among equals", () => {
  const claims = [
    claim("disputed", "disputed", 9),
    claim("one source", "still-true", 1),
    claim("three sources", "still-true", 3),
    claim("one source too", "still-true", 1),
    claim("voted", "unverified", 1, { yes: 30, no: 2 }),
  ];
  expect(orderClaims(claims).map(({ id }) => id)).toEqual([
    "voted",
    "three sources",
    "one source",
    "one source too",
    "disputed",
  ]);
});

it("ranks ninety of a hundred votes above nine of ten", () => {
  const claims = [
    claim("few", "unverified", 1, { yes: 9, no: 1 }),
    claim("many", "unverified", 1, { yes: 90, no: 10 }),
  ];
  expect(orderClaims(claims)[0]?.id).toBe("many");
});

it("groups by criterion in the registry's order and leaves out the empty ones", () => {
  const groups = byCriterion([{ criterion: "maturity" }, { criterion: "learning" }]);
  expect(groups.map((group) => group.criterion.id)).toEqual(["learning", "maturity"]);
});
