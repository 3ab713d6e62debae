"use client";

import { useEffect, useState } from "react";
import { queryOf, type Suggestions } from "@/lib/search/schema";

/** Milliseconds without a key before the server is asked. */
const pause = 120;
const mostKept = 100;
const kept = new Map<string, Suggestions>();

async function ask(query: string, signal: AbortSignal): Promise<Suggestions | null> {
  const before = kept.get(query);
  if (before) return before;
  try {
    const response = await fetch(`/search/suggestions.json?${new URLSearchParams({ q: query })}`, { signal });
    if (!response.ok) return null;
    const found = (await response.json()) as Suggestions;
    if (kept.size >= mostKept) kept.clear();
    kept.set(query, found);
    return found;
  } catch {
    return null;
  }
}

/** What to offer for a text, once it is known; the offers of the text before stay until then, marked by their query. */
export function useSuggestions(text: string): Suggestions | null {
  const [found, setFound] = useState<Suggestions | null>(null);
  const query = queryOf(text);
  useEffect(() => {
    const abort = new AbortController();
    const timer = setTimeout(
      () => {
        void ask(query, abort.signal).then((answer) => {
          if (answer && !abort.signal.aborted) setFound(answer);
        });
      },
      kept.has(query) ? 0 : pause,
    );
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [query]);
  return found;
}
