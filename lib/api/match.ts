import { z } from "zod";
import type { Endpoint } from "./endpoint.ts";
import { endpoints } from "./endpoints.ts";
import { parametersOf } from "./json-schema.ts";
import { ApiProblem, invalid, notFound, type WrongParameter } from "./problem.ts";

interface Matched {
  endpoint: Endpoint;
  params: Record<string, unknown>;
}

/** A path's parts, each decoded; null when one can't be. */
function partsOf(path: string): string[] | null {
  try {
    return path.split("/").slice(1).map(decodeURIComponent);
  } catch {
    return null;
  }
}

/**
 * The endpoint that a path leads to, with the parameters in it. Throws a 404 when there is none, and also when a
 * parameter can't be the id of anything.
 * @param path below `basePath`, "/" for the index
 */
export function match(path: string): Matched {
  const given = partsOf(path);
  for (const endpoint of given ? endpoints : []) {
    const parts = endpoint.path.split("/").slice(1);
    const names = parts.map((part) => /^\{(.+)\}$/.exec(part)?.[1]);
    if (parts.length !== given?.length || parts.some((part, index) => !names[index] && part !== given[index])) continue;
    const named = names.flatMap((name, index) => (name ? [[name, given[index]]] : []));
    const parsed = endpoint.params.safeParse(Object.fromEntries(named));
    if (!parsed.success) throw notFound("such id");
    return { endpoint, params: parsed.data };
  }
  throw new ApiProblem("not-found", "The API has no such address. Its index lists all.");
}

/** The parameters of a query, checked. Throws a 400 that names every one that is unknown or wrong. */
export function parseQuery(endpoint: Endpoint, search: URLSearchParams): Record<string, unknown> {
  const known = parametersOf(endpoint).filter((parameter) => parameter.in === "query");
  const wrong: WrongParameter[] = [];
  const given: Record<string, unknown> = {};
  const there = known.length > 0 ? `There are: ${known.map(({ name }) => name).join(", ")}.` : "This takes none.";
  for (const name of new Set(search.keys())) {
    const values = search.getAll(name);
    const parameter = known.find((candidate) => candidate.name === name);
    if (!parameter) wrong.push({ name: name.slice(0, 80), detail: `There is no parameter of this name. ${there}` });
    else if (parameter.schema.type === "array")
      given[name] = values.flatMap((value) => value.split(",")).map((value) => value.trim());
    else if (values.length > 1) wrong.push({ name, detail: "It is given more than once." });
    else given[name] = values[0];
  }
  const parsed = endpoint.query.safeParse(given);
  if (!parsed.success) wrong.push(...parsed.error.issues.map(explain));
  if (wrong.length > 0 || !parsed.success) throw invalid(wrong.slice(0, 20));
  return parsed.data;
}

/** Short enough to be shown, however many values there are. */
function explain({ path, message }: z.core.$ZodIssue): WrongParameter {
  return { name: String(path[0] ?? ""), detail: `${message.length > 400 ? `${message.slice(0, 400)}…` : message}.` };
}
