import type { BenchEvidence } from "../bench/bench-score.ts";
import type { MeasureId } from "../bench/measures.ts";
import type { Cycle } from "../releases/support.ts";
import { lastDay } from "../releases/support.ts";

/** A measure with where it was read. */
export interface Measured {
  measure: MeasureId;
  value: number;
  low: number | null;
  high: number | null;
  source: string | null;
  asOf: string | null;
  licence: string | null;
  note: string | null;
}

interface Known {
  answers: readonly { check: string; answer: string }[];
  measures: readonly (Omit<Measured, "measure"> & { measure: string })[];
  facts: readonly { key: string; value?: unknown; source: string | null; asOf: string | null; note: string | null }[];
  releases: readonly Cycle[];
  usage: readonly { survey: string; year: number; measure: string; percent: number; url: string; asOf: string }[];
}

const plain = { low: null, high: null, licence: null, note: null };

const yearsBetween = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / (365.2425 * 86_400_000);

/** Every measure of a framework on a day: the stored ones, and those that follow from its facts, releases and surveys. */
export function measuresOf({ measures, facts, releases, usage }: Known, day: string): Measured[] {
  const found = [...measures] as Measured[];
  const fact = (key: string) => facts.find((one) => one.key === key);
  const stars = fact("stars");
  if (typeof stars?.value === "number")
    found.push({ ...plain, measure: "stars", value: stars.value, source: stars.source, asOf: stars.asOf });
  const used = usage
    .filter(({ survey, measure }) => survey === "Stack Overflow Developer Survey" && measure === "used")
    .sort((a, b) => b.year - a.year)[0];
  if (used)
    found.push({
      ...plain,
      measure: "survey-use",
      value: used.percent,
      source: used.url,
      asOf: used.asOf,
      licence: "ODbL 1.0",
      note: `${used.survey} ${used.year}`,
    });
  const stable = fact("firstStable");
  if (typeof stable?.value === "string")
    found.push({
      ...plain,
      measure: "stable-years",
      value: stable.value === "none" ? 0 : Math.max(0, yearsBetween(lastDay(stable.value), day)),
      source: stable.source,
      asOf: stable.asOf,
      note: stable.value === "none" ? "No stable release yet" : `First stable release: ${stable.value}`,
    });
  const longest = supportLength(releases, day);
  if (longest) found.push({ ...plain, ...longest, measure: "support-length", source: null, asOf: day });
  return found;
}

/** The longest support, in years, among lines released within five years before the day that have both dates. */
function supportLength(releases: readonly Cycle[], day: string): { value: number; note: string } | null {
  const known = releases.flatMap(({ cycle, released, endOfLife }) => {
    if (released === null || endOfLife === null || endOfLife === "open" || endOfLife === "ended") return [];
    const from = lastDay(released);
    if (from > day || yearsBetween(from, day) > 5) return [];
    return [{ value: yearsBetween(from, lastDay(endOfLife)), note: `${cycle}: ${released} to ${endOfLife}` }];
  });
  return known.sort((a, b) => b.value - a.value)[0] ?? null;
}

/** What the bench asks for. */
export function evidenceOf(known: Known, day: string): BenchEvidence {
  return {
    answers: Object.fromEntries(known.answers.map(({ check, answer }) => [check, answer])),
    measures: Object.fromEntries(measuresOf(known, day).map((one) => [one.measure, one])),
  };
}
