import "server-only";
import { unstable_cache } from "next/cache";
import { cache } from "react";

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
  return cache((...args: A) =>
    unstable_cache(() => load(...args), [key, ...args], {
      tags: [...(typeof tags === "function" ? tags(...args) : tags)],
      revalidate: seconds,
    })(),
  );
}
