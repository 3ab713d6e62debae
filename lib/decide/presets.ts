import { type CriterionId, criteria, criterionIds } from "../claims/criteria.ts";

/** Weights of 0 to 100 by criterion. What counts is their proportion. */
export type Weights = Record<CriterionId, number>;

export const mostWeight = 100;

/** A weight as an address carries it: people set whole ones, a team's together have places. */
export const exactWeight = (weight: number): number => Math.round(weight * 1e4) / 1e4;

const evenWeight = 50;

export const evenWeights = Object.fromEntries(criterionIds.map((id) => [id, evenWeight])) as Weights;

/** What is not named counts nothing. */
export const weightsOf = (weights: Partial<Weights>): Weights => ({
  ...(Object.fromEntries(criterionIds.map((id) => [id, 0])) as Weights),
  ...weights,
});

/** Ways to weigh that people start from. Editorial: the reader changes what they see otherwise. Ids appear in URLs. */
export const presets = [
  { id: "even", name: "All the same", why: "No criterion before another.", weights: evenWeights },
  {
    id: "first",
    name: "First framework to learn",
    why: "What can be learned, looked up and asked about counts most.",
    weights: weightsOf({
      learning: 90,
      documentation: 70,
      ecosystem: 40,
      productivity: 25,
      batteries: 20,
      maturity: 15,
    }),
  },
  {
    id: "api",
    name: "API at scale",
    why: "Load, growth and running it day and night before comfort.",
    weights: weightsOf({
      performance: 80,
      scalability: 80,
      operations: 50,
      security: 45,
      testing: 30,
      documentation: 20,
      maturity: 30,
    }),
  },
  {
    id: "small",
    name: "Small team, ship fast",
    why: "What saves work, and what others have built already.",
    weights: weightsOf({
      productivity: 90,
      batteries: 65,
      learning: 45,
      ecosystem: 45,
      documentation: 35,
      operations: 30,
    }),
  },
  {
    id: "enterprise",
    name: "Enterprise, ten years",
    why: "Proven and safe, with people and tools to be found.",
    weights: weightsOf({
      maturity: 85,
      security: 80,
      scalability: 55,
      ecosystem: 45,
      testing: 45,
      documentation: 40,
      operations: 35,
    }),
  },
] as const satisfies readonly { id: string; name: string; why: string; weights: Weights }[];

export const sameWeights = (a: Weights, b: Weights): boolean => criteria.every(({ id }) => a[id] === b[id]);
