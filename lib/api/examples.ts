import "server-only";
import { type Endpoint, Prepared } from "./endpoint.ts";
import { match, parseQuery } from "./match.ts";
import { ApiProblem } from "./problem.ts";

/** Values that nobody reads twice: the first is enough to see what a list is of. */
function shorten(value: unknown): unknown {
  if (Array.isArray(value)) return [...value.slice(0, 1).map(shorten), ...(value.length > 1 ? ["…"] : [])];
  if (typeof value === "string") return value.length > 120 ? `${value.slice(0, 120)}…` : value;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, shorten(part)]));
}

/** What an endpoint answers to its example right now, with lists cut short; null when it has none. */
export async function exampleAnswer(endpoint: Endpoint): Promise<string | null> {
  if (!endpoint.example) return null;
  const { pathname, searchParams } = new URL(endpoint.example, "http://localhost");
  try {
    const { params } = match(pathname);
    const found = await endpoint.run(params, parseQuery(endpoint, searchParams));
    return found instanceof Prepared ? null : JSON.stringify(shorten(found), null, 2);
  } catch (error) {
    // A catalogue without the example's framework has no example, and a page all the same.
    if (error instanceof ApiProblem) return null;
    throw error;
  }
}
