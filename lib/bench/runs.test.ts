import { expect, it } from "vitest";
import { loadContent } from "../frameworks/content.ts";
import { measuresFromRuns } from "./runs.ts";

const figure = (framework: string, test: string, rps: number, suspect = false) => ({ framework, test, rps, suspect });

it("what a note calls suspect makes no measure, under load neither", () => {
  const entrants = ["a", "b", "c", "d", "e"];
  const results = entrants.flatMap((framework, place) => [
    figure(framework, "64 connections", 1000 * 4 ** place),
    figure(framework, "512 connections", 900 * 4 ** place),
  ]);
  const odd = [figure("odd", "64 connections", 5000, true), figure("odd", "512 connections", 10, true)];
  const measured = measuresFromRuns([
    { slug: "run", suite: "suite", date: "2026-01-01", results: [...results, ...odd] },
  ]);
  expect(measured.filter(({ framework }) => framework === "a").map(({ measure }) => measure)).toEqual([
    "throughput",
    "load-kept",
  ]);
  expect(measured.filter(({ framework }) => framework === "odd")).toEqual([]);
});

it("figures made on Mono don't speak for ASP.NET MVC, which runs on Windows", () => {
  const { benchmarks } = loadContent();
  const onMono = benchmarks.flatMap(({ results }) => results).filter(({ note }) => note?.includes("on Mono"));
  expect(onMono.length).toBeGreaterThan(0);
  expect(measuresFromRuns(benchmarks).filter(({ framework }) => framework === "aspnet-mvc")).toEqual([]);
});
