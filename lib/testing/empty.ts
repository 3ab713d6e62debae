/** Stands in for `server-only`, which outside of Next would refuse to load. */
export const empty = true;
