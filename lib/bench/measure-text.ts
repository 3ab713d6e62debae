import { measures } from "./measures.ts";

const percentOf = (part: number) => `${(100 * part).toFixed(part < 0.1 ? 1 : 0)} %`;

/** "62 % of the fastest", "47 MiB". */
export function measureText({ measure, value }: { measure: string; value: number }): string {
  const unit = measures.find(({ id }) => id === measure)?.unit ?? "";
  if (measure === "throughput") return `${percentOf(value)} of the fastest`;
  if (measure === "load-kept") return `${percentOf(value)} kept`;
  if (measure === "survey-use") return `${value} ${unit}`;
  if (measure === "registry-rank") return `place ${value.toLocaleString("en")}`;
  return `${value >= 100 ? Math.round(value).toLocaleString("en") : Number(value.toFixed(1))} ${unit}`;
}
