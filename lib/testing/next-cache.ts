// Stands in for Next's cache in database tests: every read goes to the database.
export function unstable_cache<T>(read: T): T {
  return read;
}
