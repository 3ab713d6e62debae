import { measureText } from "./measure-text.ts";
import { type Measure, type MeasureId, measures } from "./measures.ts";

/** Where a figure comes from, and so where it is put right. */
type Origin = { by: "hand" } | { by: "data"; says: string } | { by: "fact" } | { by: "release" };

const data = (says: string): Origin => ({ by: "data", says });

/** A measure that has no origin is a type error. */
const origins: Record<MeasureId, Origin> = {
  throughput: data(
    "It is worked out from the figures of all benchmark runs that we hold, by one rule for every framework.",
  ),
  memory: data("It is HttpArena’s figure, measured in one test for every framework."),
  "load-kept": data("It is worked out from benchmark runs, by one rule for every framework."),
  stars: data("GitHub counts them; the figure is as old as the day beside it."),
  "survey-use": data("It is what a survey found among those whom it asked."),
  "registry-rank": data("It is the place in a list that is made from the registry’s downloads."),
  "core-people": { by: "hand" },
  contributors: { by: "hand" },
  releases: { by: "hand" },
  "stable-years": { by: "fact" },
  "support-length": { by: "release" },
  advisories: { by: "hand" },
};

export const originOf = (id: MeasureId): Origin => origins[id];

export const measureOf = (id: string): (Measure & { id: MeasureId }) | null =>
  measures.find((measure) => measure.id === id) ?? null;

/** Those that were counted in a repository or a list: who finds them counted wrongly can say what is right. */
export const countedMeasures = measures.filter(({ id }) => origins[id].by === "hand");

/** What a correction of a measure replaces. A value of `null` is unknown. */
export interface MeasureRow {
  value: number | null;
  low: number | null;
  high: number | null;
  source: string | null;
  asOf: string | null;
  licence: string | null;
  note: string | null;
}

/** What isn't known has no source either. */
export const unknownMeasure: MeasureRow = {
  value: null,
  low: null,
  high: null,
  source: null,
  asOf: null,
  licence: null,
  note: null,
};

export const measureRow = ({
  value,
  low = null,
  high = null,
  source = null,
  asOf = null,
  licence = null,
  note = null,
}: Partial<MeasureRow>): MeasureRow => ({ value: value ?? null, low, high, source, asOf, licence, note });

/** A figure in words. */
export const figureText = (measure: MeasureId, value: number | null): string =>
  value === null ? "unknown" : measureText({ measure, value });

/** The spot of a measure: what its corrections are kept by. */
export const measureSpot = (id: string) => `measure ${id}`;
