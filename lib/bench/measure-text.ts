import { measures } from "./measures.ts";

const percentOf = (part: number) => `${(100 * part).toFixed(part < 0.1 ? 1 : 0)} %`;

/** Of units that are words, in the singular. */
const ofOne: Readonly<Record<string, string>> = {
  advisories: "advisory",
  people: "person",
  releases: "release",
  stars: "star",
  years: "year",
};

/** "62 % of the fastest", "47 MiB", "1 advisory". */
export function measureText({ measure, value }: { measure: string; value: number }): string {
  const unit = measures.find(({ id }) => id === measure)?.unit ?? "";
  if (measure === "throughput") return `${percentOf(value)} of the fastest`;
  if (measure === "load-kept") return `${percentOf(value)} kept`;
  if (measure === "survey-use") return `${value} ${unit}`;
  if (measure === "registry-rank") return `place ${value.toLocaleString("en")}`;
  if (value === 1) return `1 ${ofOne[unit] ?? unit}`;
  return `${value >= 100 ? Math.round(value).toLocaleString("en") : Number(value.toFixed(1))} ${unit}`;
}
