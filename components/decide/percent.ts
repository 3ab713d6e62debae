/** A part of 1 as whole percent: "12 %". What is there but rounds to nothing is "<1 %". */
export function percent(part: number): string {
  if (part > 0 && part < 0.005) return "<1 %";
  return `${Math.round(part * 100)} %`;
}
