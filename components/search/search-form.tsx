import { longestQuery } from "@/lib/search/schema";
import { routes } from "@/lib/site/routes";

/** The search page's own field. Enter shows what is found, also for a framework's name: who is here wants to see more. */
export function SearchForm({ query }: { query: string }) {
  return (
    <form action={routes.search} role="search" aria-label="This page" className="mt-5 flex max-w-2xl gap-2">
      <label htmlFor="search-q" className="sr-only">
        Search for
      </label>
      <input
        id="search-q"
        name="q"
        type="search"
        dir="auto"
        defaultValue={query}
        maxLength={longestQuery}
        placeholder="websocket, type-safe, python, ror …"
        className="field min-h-11 min-w-0 flex-1 text-lg"
      />
      <button type="submit" className="button button-strong px-5">
        Search
      </button>
    </form>
  );
}
