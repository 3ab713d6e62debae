import "server-only";
import { unstable_cache } from "next/cache";
import { cache } from "react";
import { replicaInUse } from "../db/elsewhere.ts";

const hour = 3600;

/**
 * A read that is kept for all visitors under a key and its arguments, and asked for once per request. It is read anew
 * once one of its tags is marked stale, and after `seconds` at the latest.
 */
export function cached<A extends string[], T>(
  key: string,
  load: (...args: A) => Promise<T>,
  tags: readonly string[] | ((...args: A) => readonly string[]),
  seconds = hour,
): (...args: A) => Promise<T> {
  const keep = cache((...args: A) =>
    unstable_cache(() => load(...args), [key, ...args], {
      tags: [...(typeof tags === "function" ? tags(...args) : tags)],
      revalidate: seconds,
    })(),
  );
  // What a replica says may be older than the mark that a page was rendered anew for: it goes to who asked, and no further.
  return (...args: A) => (replicaInUse() ? load(...args) : keep(...args));
}
