import { checkIds } from "../bench/checks.ts";

/** Cells of the table of answers, drawn by a printed seed: the same seed gives the same cells. */
export function sampleOf(seed: number, count: number, frameworks: readonly string[]): string[] {
  const cells = [...frameworks].sort().flatMap((framework) => checkIds.map((check) => `${framework} ${check}`));
  let state = seed;
  // Mulberry32, for which a seed of 32 bits is enough.
  const random = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  // The first `count` of a shuffle after Fisher and Yates.
  for (let place = 0; place < count; place++) {
    const other = place + Math.floor(random() * (cells.length - place));
    [cells[place], cells[other]] = [cells[other] as string, cells[place] as string];
  }
  return cells.slice(0, count).sort();
}
