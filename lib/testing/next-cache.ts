// Stands in for Next's cache in database tests: every read goes to the database.
export function unstable_cache<T>(read: T): T {
  return read;
}

/** A page that is shown by nobody needn't come anew. */
export function refresh(): void {}
