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

/** Marks closer than this may cover each other on a narrow screen: they stand one below the other, never elsewhere. */
const tooClose = 0.32;

/** Every mark in the uppermost lane that is free at its place. What has only an interval needs its whole length. */
export function lanesOf(marks: readonly Mark[]): Placed[] {
  const taken: [from: number, to: number][][] = [];
  return marks
    .filter(({ coverage }) => coverage > 0)
    .map((mark) => {
      const [from, to] = mark.value === null ? [mark.low, mark.high] : [mark.value, mark.value];
      const free = (lane: [number, number][]) =>
        lane.every(([start, end]) => from - end >= tooClose || start - to >= tooClose);
      let lane = taken.findIndex(free);
      if (lane === -1) lane = taken.push([]) - 1;
      taken[lane]?.push([from, to]);
      return { ...mark, lane };
    });
}
