/** A part of 1 as whole percent: "12 %". What is there but rounds to nothing is "<1 %". */
export function percent(part: number): string {
  if (part > 0 && part < 0.005) return "<1 %";
  return `${Math.round(part * 100)} %`;
}

/**
 * A part of 1 to a tenth of a percent, or to as many digits as asked for, where a share and a flip point stand side by
 * side: "12.3 %", "<0.1 %".
 */
export function exactPercent(part: number, digits = 1): string {
  const step = 10 ** -digits;
  if (part > 0 && part < step / 200) return `<${step.toFixed(digits)} %`;
  if (part < 1 && part > 1 - step / 200) return `>${(100 - step).toFixed(digits)} %`;
  return `${(Math.round((part * 100) / step) * step).toFixed(digits)} %`;
}
