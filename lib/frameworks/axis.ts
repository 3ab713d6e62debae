/**
 * Round marks of an axis from 0 to just above the highest value: steps of 1, 2 or 5 times a power of ten, five at most.
 * Worked: 88,588 → 0, 20,000, 40,000, 60,000, 80,000, 100,000.
 */
export function marksTo(highest: number): number[] {
  const rough = Math.max(highest, 1) / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(1, power * ([1, 2, 5, 10].find((one) => one * power >= rough) ?? 10));
  return Array.from({ length: Math.ceil(Math.max(highest, 1) / step) + 1 }, (_, index) => index * step);
}

/** Years of which the first of January lies between two ISO days, six at most. */
export function yearsBetween(from: string, to: string): number[] {
  const [first, last] = [Number(from.slice(0, 4)) + 1, Number(to.slice(0, 4))];
  const stride = Math.max(1, Math.ceil((last - first + 1) / 6));
  const years: number[] = [];
  for (let year = first; year <= last; year += stride) years.push(year);
  return years;
}
