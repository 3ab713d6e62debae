import { z } from "zod";
import type { Criterion } from "../../claims/criteria.ts";
import * as schema from "../schema.ts";

export const criterionSchema = schema.named(
  "Criterion",
  z
    .object({ id: schema.criterionId, name: z.string(), question: z.string() })
    .describe("What claims are grouped by, ratings given on and decisions weighed by."),
);

export const presentCriterion = ({ id, name, question }: Criterion) => ({ id, name, question });
