import type { CatalogueRow } from "../frameworks/row.ts";
import type { CriterionScore } from "../frameworks/score.ts";
import type { Weighed } from "./ranking.ts";

/** What a score on one criterion is made of. */
export type Part = Pick<CriterionScore, "prior" | "raising" | "lowering" | "claims" | "ratings">;

/** A framework as a decision sees it: what constraints ask for, and its scores with their parts. Plain values only. */
export interface DecideOption
  extends Weighed,
    Pick<
      CatalogueRow,
      "slug" | "name" | "icon" | "languages" | "licence" | "kind" | "levels" | "features" | "support" | "supportedUntil"
    > {
  /** In the criteria's order; null where nothing is known. */
  parts: (Part | null)[];
}
