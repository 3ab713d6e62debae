import { z } from "zod";
import { facets, sortable } from "../../frameworks/attributes.ts";
import type { CatalogueRow } from "../../frameworks/row.ts";
import { buildSearch, type Search } from "../../frameworks/search.ts";
import { defaultView, maxQuery } from "../../frameworks/search-params.ts";
import { selectRows } from "../../frameworks/view.ts";
import { spelled } from "../../text/fold.ts";
import { endpoint } from "../endpoint.ts";
import { paginate } from "../pagination.ts";
import { notFound } from "../problem.ts";
import { aggregatesSchema, presentAggregates } from "../resources/aggregates.ts";
import { frameworkSchema, presentFramework } from "../resources/framework.ts";
import { presentSummary, summarySchema } from "../resources/summary.ts";
import * as schema from "../schema.ts";
import { getSnapshot, type Snapshot } from "../snapshot.ts";
import { claimFilters, filterClaims, pageOfClaims } from "./claims.ts";

const examples: Record<string, string> = { language: "Python", licence: "MIT" };

/** The filters of the catalogue, from its one registry of facets. */
const filters: Record<string, z.ZodOptional<z.ZodArray<z.ZodString | z.ZodEnum>>> = Object.fromEntries(
  facets.map(({ id, help, facet }) => {
    const values = facet?.options?.map((option) => option.id);
    const how = id === "has" ? "All of these must be there." : "Any of these.";
    const example = values?.[0] ?? examples[id];
    const item = values ? z.enum(values) : z.string().min(1).max(80);
    return [
      id,
      schema
        .list(item)
        .describe(`${help} ${how}`)
        .meta({ examples: [[example]] }),
    ];
  }),
);

const query = z.object({
  q: z.string().trim().min(1).max(maxQuery).optional().describe("Words to find. It forgives typos."),
  ...filters,
  sort: schema
    .list(z.enum(sortable.flatMap(({ id }) => [id, `-${id}`])), 4)
    .describe(
      "What to sort by, the most important first; with a minus from the greatest. Unknown values come last. Without it by id, or with `q` by how well they fit.",
    )
    .meta({ examples: [["-stars"]] }),
  ...schema.paging,
});

const searches = new WeakMap<readonly CatalogueRow[], Search>();

function searchOf(rows: readonly CatalogueRow[]): Search {
  const search = searches.get(rows) ?? buildSearch(rows);
  searches.set(rows, search);
  return search;
}

function select({ rows }: Snapshot, { q = "", sort = [], ...asked }: z.output<typeof query>) {
  const chosen = Object.fromEntries(
    facets.flatMap(({ id, facet }) => {
      const values = (asked as Record<string, unknown>)[id];
      if (!Array.isArray(values) || values.length === 0) return [];
      return [[id, (values as string[]).map((value) => spelled(facet?.spellings ?? [], value) ?? value)]];
    }),
  );
  const order = sort.map((key) => ({ id: key.replace(/^-/, ""), desc: key.startsWith("-") }));
  const view = { ...defaultView, q, filters: chosen, sort: order };
  const selected = selectRows(rows, view, q ? searchOf(rows) : null);
  if (q || order.length > 0) return { selected, byId: false };
  // Without an order of its own the table goes by name; the API goes by id, as rows do.
  const wanted = new Set(selected);
  return { selected: rows.filter((row) => wanted.has(row)), byId: true };
}

const params = z.object({ slug: schema.frameworkId.meta({ examples: ["django"] }) });

/** Throws a 404 for an unknown framework. */
function find(snapshot: Snapshot, slug: string) {
  const found = snapshot.frameworks.get(slug);
  if (!found) throw notFound(`framework ${slug}`);
  return found;
}

export const frameworkEndpoints = [
  endpoint({
    id: "listFrameworks",
    path: "/frameworks",
    tag: "Frameworks",
    summary: "List frameworks",
    description: "Frameworks of the catalogue, filtered, searched and sorted as on the page, with their numbers.",
    params: z.object({}),
    query,
    response: schema.listOf("FrameworkList", summarySchema),
    example: "/frameworks?language=Python&sort=-stars&limit=1",
    run: async (_params, asked) => {
      const { selected, byId } = select(await getSnapshot(), asked);
      const { data, ...rest } = paginate(selected, asked, { idOf: ({ slug }) => slug, scope: "frameworks", byId });
      return { data: data.map(presentSummary), ...rest };
    },
  }),
  endpoint({
    id: "getFramework",
    path: "/frameworks/{slug}",
    tag: "Frameworks",
    summary: "Get a framework",
    description:
      "All that is known of one framework: facts with their sources, releases, benchmarks, lineage, resources.",
    params,
    query: z.object({}),
    response: frameworkSchema,
    example: "/frameworks/django",
    run: async ({ slug }) => {
      const snapshot = await getSnapshot();
      const { row, framework } = find(snapshot, slug);
      return presentFramework(row, framework, snapshot.day);
    },
  }),
  endpoint({
    id: "listFrameworkClaims",
    path: "/frameworks/{slug}/claims",
    tag: "Frameworks",
    summary: "List a framework's claims",
    description: "Claims on one framework, each with what supports and disputes it, by id.",
    params,
    query: z.object({ ...claimFilters, ...schema.paging }),
    response: pageOfClaims,
    example: "/frameworks/django/claims?kind=con&limit=1",
    run: async ({ slug }, asked) => {
      const snapshot = await getSnapshot();
      find(snapshot, slug);
      const own = snapshot.claims.filter(({ framework }) => framework === slug);
      return paginate(filterClaims(own, asked), asked, { idOf: ({ id }) => id, scope: slug });
    },
  }),
  endpoint({
    id: "getFrameworkAggregates",
    path: "/frameworks/{slug}/aggregates",
    tag: "Frameworks",
    summary: "Get a framework's votes, ratings and scores",
    description:
      "What people say in numbers: votes by claim, ratings by criterion and experience, scores with their parts.",
    params,
    query: z.object({}),
    response: aggregatesSchema,
    example: "/frameworks/django/aggregates",
    run: async ({ slug }) => presentAggregates(find(await getSnapshot(), slug).framework),
  }),
];
