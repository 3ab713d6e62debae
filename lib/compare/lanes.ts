/** A score of 1 to 5 with its interval; `value` is null where too little is known for a single number. */
export interface Mark {
  place: number;
  value: number | null;
  low: number;
  high: number;
  coverage: number;
}

export interface Placed extends Mark {
  /** 0 is the uppermost. */
  lane: number;
}

/** Marks closer than this many points would cover each other: on a phone, and on a wide screen. */
export const tooClose = { narrow: 0.27, wide: 0.08 };

/** Close marks stand one below the other, never beside their value: every mark in the uppermost lane that is free along its interval. */
export function lanesOf(marks: readonly Mark[], apart = tooClose.narrow): Placed[] {
  const taken: [from: number, to: number][][] = [];
  return marks
    .filter(({ coverage }) => coverage > 0)
    .map((mark) => {
      const [from, to] = [Math.min(mark.low, mark.value ?? mark.low), Math.max(mark.high, mark.value ?? mark.high)];
      const free = (lane: [number, number][]) =>
        lane.every(([start, end]) => from - end >= apart || start - to >= apart);
      let lane = taken.findIndex(free);
      if (lane === -1) lane = taken.push([]) - 1;
      taken[lane]?.push([from, to]);
      return { ...mark, lane };
    });
}
