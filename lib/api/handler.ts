import "server-only";
import { catalogueTag, communityTag, frameworkTag } from "../cache/tags.ts";
import { isAway } from "../db/errors.ts";
import { log } from "../log/log.mjs";
import { etagOf, isKnown } from "../request/etag.ts";
import type { Quota } from "../request/limits.ts";
import { tagHeaders } from "../server/edge.mjs";
import { routes } from "../site/routes.ts";
import { apiUrl, pageUrl } from "./addresses.ts";
import { basePath, type Endpoint, Prepared } from "./endpoint.ts";
import { match, parseQuery } from "./match.ts";
import { ApiProblem, problemBody } from "./problem.ts";
import { takeQuota } from "./quota.ts";

const methods = ["GET", "HEAD", "OPTIONS"];

/** On every answer: anybody's page may read it, and search engines show our pages rather than this. */
const open = {
  "Access-Control-Allow-Origin": "*",
  "Access-Control-Expose-Headers":
    "ETag, Link, RateLimit-Limit, RateLimit-Remaining, RateLimit-Reset, Retry-After, Content-Disposition",
  "Cross-Origin-Resource-Policy": "cross-origin",
  "X-Robots-Tag": "noindex",
};

const preflight = {
  "Access-Control-Allow-Methods": methods.join(", "),
  "Access-Control-Allow-Headers": "If-None-Match",
  "Access-Control-Max-Age": "86400",
};

/** Fresh for a minute, as the pages nearly are; served stale for ten while it is fetched anew. */
const caching = "public, max-age=60, stale-while-revalidate=600";

interface Answer {
  status: number;
  headers: Record<string, string>;
  body: string | null;
}

/** Answers a request to the API, whatever it is; never throws. */
export async function respond(request: Request): Promise<Response> {
  const { pathname, searchParams } = new URL(request.url);
  const quota = await takeQuota(request.headers.get("x-framewise-address") ?? "unknown");
  let answer: Answer;
  try {
    answer = await dispatch(request, pathname, searchParams, quota);
  } catch (error) {
    answer = refuse(error, pathname);
  }
  const { status, headers, body } = answer;
  return new Response(request.method === "HEAD" ? null : body, {
    status,
    headers: {
      ...open,
      "RateLimit-Limit": String(quota.limit),
      "RateLimit-Remaining": String(quota.remaining),
      "RateLimit-Reset": String(quota.seconds),
      ...(quota.allowed ? {} : { "Retry-After": String(quota.seconds) }),
      ...headers,
    },
  });
}

async function dispatch(request: Request, pathname: string, search: URLSearchParams, quota: Quota): Promise<Answer> {
  if (request.method === "OPTIONS")
    return { status: 204, headers: { ...preflight, Allow: methods.join(", ") }, body: null };
  if (!methods.includes(request.method))
    throw new ApiProblem("method-not-allowed", `This address can only be read: ${methods.join(", ")}.`);
  if (!quota.allowed)
    throw new ApiProblem(
      "too-many-requests",
      `At most ${quota.limit} requests. Try again in ${quota.seconds} seconds.`,
    );
  const { endpoint, params } = match(pathname.slice(basePath.length) || "/");
  const found = await endpoint.run(params, parseQuery(endpoint, search));
  const text = found instanceof Prepared ? found.text : JSON.stringify(found);
  const etag = found instanceof Prepared ? found.etag : etagOf(text);
  const headers: Record<string, string> = {
    "Cache-Control": caching,
    ETag: etag,
    Link: linksOf(pathname, search, found),
    ...Object.fromEntries(tagHeaders(tagsOf(endpoint, params))),
  };
  if (isKnown(request.headers.get("if-none-match"), etag)) return { status: 304, headers, body: null };
  headers["Content-Type"] = `${endpoint.media ?? "application/json"}; charset=utf-8`;
  if (found instanceof Prepared && found.filename)
    headers["Content-Disposition"] = `attachment; filename="${found.filename}"`;
  return { status: 200, headers, body: text };
}

/** What an answer is taken from caches by: the one framework that it is about, or what shows numbers of many. */
function tagsOf({ path }: Endpoint, { slug }: Record<string, unknown>): string[] {
  const isOne = path.startsWith("/frameworks/{slug}") && typeof slug === "string";
  return [catalogueTag, isOne ? frameworkTag(slug) : communityTag];
}

/** The next page of a list, and the data's licences. */
function linksOf(pathname: string, search: URLSearchParams, found: unknown): string {
  const links = [`<${pageUrl(routes.licences)}>; rel="license"`];
  const next = (found as { next?: unknown } | null)?.next;
  if (typeof next === "string") {
    const query = new URLSearchParams(search);
    query.set("cursor", next);
    links.unshift(`<${apiUrl(`${pathname.slice(basePath.length)}?${query}`)}>; rel="next"`);
  }
  return links.join(", ");
}

function refuse(error: unknown, pathname: string): Answer {
  const problem = problemOf(error);
  const body = problemBody(problem, pathname);
  const headers: Record<string, string> = {
    "Content-Type": "application/problem+json; charset=utf-8",
    "Cache-Control": "no-store",
  };
  if (problem.id === "unavailable") headers["Retry-After"] = "10";
  if (problem.id === "method-not-allowed") headers.Allow = methods.join(", ");
  return { status: body.status, headers, body: JSON.stringify(body) };
}

/** What a fault is told as: that it is ours, and no more. */
function problemOf(error: unknown): ApiProblem {
  if (error instanceof ApiProblem) return error;
  if (isAway(error)) return new ApiProblem("unavailable", "The database can't be reached right now.");
  log.error({ err: error }, "An answer of the API failed");
  return new ApiProblem("internal-error", "The fault is ours. Try again in a moment.");
}
