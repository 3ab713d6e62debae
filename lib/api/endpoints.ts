import { z } from "zod";
import { siteName, siteUrl } from "../site/identity.ts";
import { routes } from "../site/routes.ts";
import { apiUrl, pageUrl } from "./addresses.ts";
import { type Endpoint, endpoint, Prepared } from "./endpoint.ts";
import { claimEndpoints } from "./endpoints/claims.ts";
import { comparisonEndpoints } from "./endpoints/comparisons.ts";
import { decisionEndpoints } from "./endpoints/decisions.ts";
import { dumpEndpoints } from "./endpoints/dump.ts";
import { frameworkEndpoints } from "./endpoints/frameworks.ts";
import { sourceEndpoints } from "./endpoints/sources.ts";
import { openApiDocument } from "./openapi.ts";
import { address, named } from "./schema.ts";

const about: Endpoint[] = [
  endpoint({
    id: "getIndex",
    path: "/",
    tag: "About",
    summary: "See what there is",
    description: "The addresses of all that the API has, and where it is explained.",
    params: z.object({}),
    query: z.object({}),
    response: named(
      "Index",
      z.object({
        name: z.string(),
        version: z.string(),
        documentation: address,
        openapi: address,
        dump: address,
        licences: address,
        endpoints: z.array(z.object({ id: z.string(), url: address, summary: z.string() })),
      }),
    ),
    run: async () => ({
      name: `${siteName} API`,
      version: "1",
      documentation: pageUrl(routes.developers),
      openapi: apiUrl("/openapi.json"),
      dump: apiUrl("/dump"),
      licences: pageUrl(routes.licences),
      endpoints: endpoints.map(({ id, path, summary }) => ({ id, url: apiUrl(path === "/" ? "" : path), summary })),
    }),
  }),
  endpoint({
    id: "getOpenApi",
    path: "/openapi.json",
    tag: "About",
    summary: "Get this description",
    description: "The API in the form of OpenAPI 3.1, made from the schemas that requests are checked with.",
    params: z.object({}),
    query: z.object({}),
    response: named("OpenApi", z.looseObject({ openapi: z.string() })),
    run: async () => description(),
  }),
];

let described: { site: string; document: Prepared } | null = null;

/** The description, put into words once. */
function description(): Prepared {
  const site = siteUrl();
  if (described?.site !== site)
    described = { site, document: new Prepared(JSON.stringify(openApiDocument(endpoints), null, 2)) };
  return described.document;
}

/** Every endpoint: what requests are matched with, and what the documentation is made from. */
export const endpoints: readonly Endpoint[] = [
  ...frameworkEndpoints,
  ...claimEndpoints,
  ...comparisonEndpoints,
  ...decisionEndpoints,
  ...sourceEndpoints,
  ...dumpEndpoints,
  ...about,
];
