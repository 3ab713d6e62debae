/** What became of a request; lib/server looks there for what Next doesn't tell it. */
export interface Outcome {
  /** Whether an action of ours began. */
  begun: boolean;
  /** The status that it asked for. */
  status: number | null;
  /** Seconds until it is worth trying again. */
  retryAfter?: number;
  /** Whether the database could not be reached for it. */
  away?: boolean;
}

/** The outcome of the request with this id, to write in; one that nobody reads when there is no such request. */
export function outcomeOf(id: unknown): Outcome {
  const { framewiseOutcomes } = globalThis as { framewiseOutcomes?: Map<unknown, Outcome> };
  return framewiseOutcomes?.get(id) ?? { begun: false, status: null };
}
