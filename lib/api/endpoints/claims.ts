import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { paginate } from "../pagination.ts";
import { notFound } from "../problem.ts";
import { type Claim, claimSchema } from "../resources/claim.ts";
import * as schema from "../schema.ts";
import { getSnapshot } from "../snapshot.ts";

export const claimFilters = {
  kind: schema
    .list(schema.claimKind)
    .describe("Of any of these kinds.")
    .meta({ examples: [["pro", "con"]] }),
  criterion: schema
    .list(schema.criterionId)
    .describe("On any of these criteria.")
    .meta({ examples: [["security"]] }),
  verdict: schema
    .list(schema.verdict)
    .describe("With any of these verdicts.")
    .meta({ examples: [["disputed"]] }),
};

interface Filters {
  kind?: Claim["kind"][] | undefined;
  criterion?: Claim["criterion"][] | undefined;
  verdict?: Claim["verdict"][] | undefined;
}

export function filterClaims(claims: readonly Claim[], { kind, criterion, verdict }: Filters): Claim[] {
  const among = <T>(value: T, chosen: readonly T[] | undefined) => !chosen?.length || chosen.includes(value);
  return claims.filter(
    (claim) => among(claim.kind, kind) && among(claim.criterion, criterion) && among(claim.verdict, verdict),
  );
}

export const pageOfClaims = schema.listOf("ClaimList", claimSchema);

export const claimEndpoints = [
  endpoint({
    id: "listClaims",
    path: "/claims",
    tag: "Claims",
    summary: "List all claims",
    description: "Claims on all frameworks, each with what supports and disputes it, by id.",
    params: z.object({}),
    query: z.object({ ...claimFilters, ...schema.paging }),
    response: pageOfClaims,
    example: "/claims?verdict=outdated&limit=1",
    run: async (_params, asked) => {
      const { claims } = await getSnapshot();
      return paginate(filterClaims(claims, asked), asked, { idOf: ({ id }) => id, scope: "claims" });
    },
  }),
  endpoint({
    id: "getClaim",
    path: "/claims/{id}",
    tag: "Claims",
    summary: "Get a claim",
    description: "One claim with what supports and disputes it.",
    params: z.object({ id: schema.claimId.meta({ examples: ["django.much-included"] }) }),
    query: z.object({}),
    response: claimSchema,
    run: async ({ id }) => {
      const { claims } = await getSnapshot();
      const claim = claims.find((one) => one.id === id);
      if (!claim) throw notFound(`claim ${id}`);
      return claim;
    },
  }),
];
