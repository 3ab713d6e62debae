import type { Told } from "./kind.ts";

export interface Notice extends Told {
  /** Stable: a feed reader tells by it what it has seen. */
  id: string;
  at: string;
}
