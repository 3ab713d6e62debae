import { expect, it } from "vitest";
import { contestedOf, verdicts } from "../claims/rules.ts";
import type { Cycle } from "../releases/support.ts";
import { attributes } from "./attributes.ts";
import { type WarningInput, warningOf } from "./warnings.ts";

const day = "2026-11-21";
const cycle = (endOfLife: string): Cycle => ({
  cycle: "1",
  released: "2020-01-01",
  latest: null,
  latestReleased: null,
  activeUntil: null,
  endOfLife,
  extendedUntil: null,
  lts: false,
  runtime: null,
});
const fine: WarningInput = {
  name: "X",
  standing: "active",
  cycles: [cycle("open")],
  latestReleased: "2026-10-01",
  claims: 30,
  contested: 2,
};

it("gives none to a framework without cause", () => {
  expect(warningOf(fine, day)).toBeNull();
});

it("can give each of the five, and the gravest when several apply", () => {
  const contested = { ...fine, contested: 10 };
  const quiet = { ...contested, latestReleased: "2025-05-21" };
  const ending = { ...quiet, cycles: [cycle("2027-01-01")] };
  const ended = { ...quiet, cycles: [cycle("2021-01-01")] };
  const closed = { ...ended, standing: "maintenance" as const };
  expect([contested, quiet, ending, ended, closed].map((input) => warningOf(input, day)?.id)).toEqual([
    "contested",
    "quiet",
    "ending",
    "ended",
    "closed",
  ]);
});

it("does not call a framework contested on five claims, nor quiet when no release date is known", () => {
  expect(warningOf({ ...fine, claims: 5, contested: 5 }, day)).toBeNull();
  expect(warningOf({ ...fine, latestReleased: null }, day)).toBeNull();
});

it("counts as contested what the catalogue's column says, and names the same verdicts", () => {
  const help = attributes.find(({ id }) => id === "contested")?.help ?? "";
  const text = warningOf({ ...fine, contested: 10 }, day)?.text ?? "";
  const named = (words: string) => verdicts.flatMap(({ id, name }) => (words.includes(name.toLowerCase()) ? [id] : []));
  const contested = verdicts.map(({ id }) => id).filter((verdict) => contestedOf([{ verdict }]) > 0);
  expect([named(help), named(text)]).toEqual([contested, contested]);
});

it("understands a release known only to the year or month", () => {
  expect(warningOf({ ...fine, latestReleased: "2024" }, day)?.id).toBe("quiet");
  expect(warningOf({ ...fine, latestReleased: "2026-10" }, day)).toBeNull();
});
