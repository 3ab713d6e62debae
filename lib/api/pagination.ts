import { hashOf } from "./endpoint.ts";
import { invalid } from "./problem.ts";

interface Query {
  limit: number;
  cursor?: string | undefined;
  [name: string]: unknown;
}

/** A cursor is bound to what it was given for, by a few characters of a hash. */
function markOf(query: Query, scope: string): string {
  const { limit: _, cursor: __, ...rest } = query;
  return hashOf(JSON.stringify([scope, rest])).slice(0, 8);
}

const encode = (mark: string, id: string) => Buffer.from(`${mark}${id}`).toString("base64url");

function decode(cursor: string, mark: string): string {
  const text = Buffer.from(cursor, "base64url").toString("utf8");
  if (!text.startsWith(mark) || encode(mark, text.slice(mark.length)) !== cursor)
    throw invalid([{ name: "cursor", detail: "It was not given for this query. Start without one." }]);
  return text.slice(mark.length);
}

/**
 * One page of a list, after the cursor. In a list that is sorted by id, whatever comes or goes between two requests,
 * nothing that stays is left out or told twice. In one of another order the item that a cursor points at may go: then
 * the cursor is refused.
 * @param scope what the list is of, beside the query
 */
export function paginate<T>(
  items: readonly T[],
  query: Query,
  { idOf, scope, byId = true }: { idOf: (item: T) => string; scope: string; byId?: boolean },
): { data: T[]; next: string | null; total: number } {
  const mark = markOf(query, scope);
  let from = 0;
  if (query.cursor !== undefined) {
    const after = decode(query.cursor, mark);
    from = byId ? items.findIndex((item) => idOf(item) > after) : items.findIndex((item) => idOf(item) === after) + 1;
    if (from === 0 && !byId)
      throw invalid([{ name: "cursor", detail: "What it points at is gone. Start without one." }]);
    if (from === -1) from = items.length;
  }
  const data = items.slice(from, from + query.limit);
  const last = data.at(-1);
  const more = from + data.length < items.length;
  return { data, next: more && last !== undefined ? encode(mark, idOf(last)) : null, total: items.length };
}

/** Sorted by id, by its characters' codes: the same order everywhere. */
export function sortById<T extends { id: string }>(items: readonly T[]): T[] {
  return items.toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}
