import { siteClaim, siteName, siteUrl } from "../site/identity.ts";
import { routes } from "../site/routes.ts";
import { pageUrl } from "./addresses.ts";
import { basePath, type Endpoint, tags } from "./endpoint.ts";
import { componentSchemas, type Json, parametersOf, reference } from "./json-schema.ts";
import { type ProblemId, problemSchema, problems } from "./problem.ts";
import { quotaText } from "./quota.ts";

const headers = {
  ETag: { description: "Names this very content: send it as `If-None-Match` to ask whether it has changed." },
  Link: { description: "Where the next page is (`next`), and the data's licences (`license`)." },
  "RateLimit-Limit": { description: `At most ${quotaText}.` },
  "RateLimit-Remaining": { description: "How many requests are left." },
  "RateLimit-Reset": { description: "Seconds until the count of requests starts again." },
  "Retry-After": { description: "Seconds until trying again makes sense." },
} as const;

type HeaderName = keyof typeof headers;
const limitHeaders = ["RateLimit-Limit", "RateLimit-Remaining", "RateLimit-Reset"] as const;
const headersOf = (names: readonly HeaderName[]) =>
  Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]));

function problemResponse(id: ProblemId): [string, Json] {
  const { status, title, meaning } = problems.find((problem) => problem.id === id) ?? problems[0];
  const again: HeaderName[] = status === 429 || status === 503 ? ["Retry-After"] : [];
  return [
    String(status),
    {
      description: `${title}. ${meaning}`,
      headers: headersOf([...limitHeaders, ...again]),
      content: { "application/problem+json": { schema: reference(problemSchema) } },
    },
  ];
}

const hasId = (path: string) => path.includes("{");

function operation(endpoint: Endpoint): Json {
  const { id, tag, summary, description, path, media = "application/json", response } = endpoint;
  const taken = parametersOf(endpoint);
  const missing = hasId(path) || taken.some(({ required }) => required);
  return {
    operationId: id,
    tags: [tag],
    summary,
    description,
    parameters: taken.map((parameter) =>
      parameter.schema.type === "array" ? { ...parameter, style: "form", explode: true } : parameter,
    ),
    responses: {
      "200": {
        description: "As asked for.",
        headers: headersOf(["ETag", "Link", ...limitHeaders]),
        content: { [media]: { schema: reference(response) } },
      },
      "304": {
        description: "What `If-None-Match` names is still the content.",
        headers: headersOf(["ETag", ...limitHeaders]),
      },
      ...Object.fromEntries([
        problemResponse("invalid-request"),
        ...(missing ? [problemResponse("not-found")] : []),
        problemResponse("too-many-requests"),
        problemResponse("unavailable"),
      ]),
    },
  };
}

/**
 * The address that clients start from. On this very machine it is relative, because nobody else reaches it by that
 * name: whoever reads the description from there asks the same server.
 */
function server(): Json {
  const { hostname } = new URL(siteUrl());
  return hostname === "localhost" || hostname.startsWith("127.")
    ? { url: "/", description: "The server that this description was read from." }
    : { url: siteUrl(), description: siteName };
}

export interface OpenApiDocument {
  openapi: "3.1.0";
  info: Json;
  servers: Json[];
  security: [];
  tags: Json[];
  paths: Record<string, { get: Json }>;
  components: { schemas: Record<string, Json>; headers: Json };
}

/** The API in the form of OpenAPI 3.1. */
export function openApiDocument(endpoints: readonly Endpoint[]): OpenApiDocument {
  return {
    openapi: "3.1.0",
    info: {
      title: `${siteName} API`,
      version: "1.0.0",
      summary: siteClaim,
      description: `Reads the catalogue: frameworks, claims with their sources, votes and ratings, comparisons, and a dump of everything. No key is needed. At most ${quotaText}. Within this version fields and parameters are added, never renamed or removed.`,
      license: { name: "Several: see the data licences", url: pageUrl(routes.licences) },
    },
    servers: [server()],
    security: [],
    tags: tags.map(({ name, description }) => ({ name, description })),
    paths: Object.fromEntries(
      endpoints.map((endpoint) => [
        endpoint.path === "/" ? basePath : `${basePath}${endpoint.path}`,
        { get: operation(endpoint) },
      ]),
    ),
    components: {
      schemas: componentSchemas(),
      headers: Object.fromEntries(
        Object.entries(headers).map(([name, header]) => [
          name,
          { ...header, schema: { type: name.startsWith("R") ? "integer" : "string" } },
        ]),
      ),
    },
  };
}
