/** A part of 1 as whole percent: "12 %". What is there but rounds to nothing is "<1 %". */
export function percent(part: number): string {
  if (part > 0 && part < 0.005) return "<1 %";
  return `${Math.round(part * 100)} %`;
}

/** A part of 1 to a tenth of a percent, where a share and a flip point stand side by side: "12.3 %", "<0.1 %". */
export function exactPercent(part: number): string {
  if (part > 0 && part < 0.0005) return "<0.1 %";
  if (part < 1 && part > 0.9995) return ">99.9 %";
  return `${(Math.round(part * 1000) / 10).toFixed(1)} %`;
}
