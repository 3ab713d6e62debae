import { expect, it } from "vitest";
import { publicKinds } from "./kinds.ts";
import { choices, choicesOf, chosenBy } from "./ways-in.ts";

it("an address from before there were ways leads to the form that it led to", () => {
  const old = ["claim", "assertion", "wording", "fact", "correction", "resource", "flag", "framework"];
  for (const kind of old) expect(chosenBy({ kind }, null).kind).toBe(kind);
  for (const kind of ["assertion", "wording", "flag"]) expect(chosenBy({ kind }, "claim")).toMatchObject({ kind });
  expect(chosenBy({ kind: "flag" }, "claim")).toEqual({ way: "dispute", kind: "flag", noun: "claim" });
  expect(chosenBy({ kind: "resource" }, "claim")).toEqual({ way: "improve", kind: "resource", noun: null });
  expect(chosenBy({}, null)).toEqual({ way: "improve", kind: "claim", noun: null });
});

it("from what is on a page each way offers what is about it, and what an address says wrongly is left out", () => {
  expect(chosenBy({ way: "dispute" }, "claim")).toEqual({ way: "dispute", kind: "assertion", noun: "claim" });
  expect(chosenBy({ way: "improve" }, "claim")).toEqual({ way: "improve", kind: "wording", noun: "claim" });
  expect(chosenBy({ way: "dispute", kind: "wording" }, "claim").kind).toBe("assertion");
  for (const noun of ["fact", "check", "release", "measure"] as const)
    for (const way of ["dispute", "improve"] as const) {
      expect(choicesOf(way, noun)).toHaveLength(1);
      expect(chosenBy({ way, kind: "%00" }, noun)).toEqual({ way, kind: noun, noun });
    }
  expect(chosenBy({ way: "../", kind: "__proto__" }, null)).toEqual({ way: "improve", kind: "claim", noun: null });
});

it("whatever may be suggested on a framework’s page is offered by a way", () => {
  const offered = Object.values(choices).flatMap((list) => list.map(({ kind }) => kind));
  expect(new Set([...publicKinds, "framework"])).toEqual(new Set(offered));
});
