/** Where the primary was at a moment of ours, as bytes of its log. */
interface Sample {
  at: number;
  position: bigint;
}

/** So many are kept: far more than any lag that would be put up with. */
const mostSamples = 60;

/**
 * How far a replica is behind, by our own clock: since when the primary has been past what the replica has replayed. It
 * also sees a replica that is told nothing any more, which by its own account lacks nothing.
 */
export function lagMeter() {
  const samples: Sample[] = [];
  return {
    /** The primary was here at this moment. */
    primary(position: bigint, at: number): void {
      samples.push({ at, position });
      if (samples.length > mostSamples) samples.shift();
    },
    /** Milliseconds that a replica lacks which has replayed this much; infinite when that is longer than we know. */
    behind(replayed: bigint, at: number): number {
      const missing = samples.find(({ position }) => position > replayed);
      if (missing === undefined) return 0;
      const before = samples[samples.indexOf(missing) - 1];
      return before === undefined ? Number.POSITIVE_INFINITY : at - before.at;
    },
  };
}
