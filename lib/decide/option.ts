import type { CriterionScore } from "../bench/score.ts";
import type { CatalogueRow } from "../frameworks/row.ts";
import type { Weighed } from "./ranking.ts";

/** What a score on one criterion is made of. */
export type Part = Pick<CriterionScore, "bench" | "shift" | "claims" | "ratings">;

/** A framework as a decision sees it: what constraints ask for, and its scores with their parts. Plain values only. */
export interface DecideOption
  extends Weighed,
    Pick<
      CatalogueRow,
      | "slug"
      | "name"
      | "icon"
      | "languages"
      | "licence"
      | "kind"
      | "levels"
      | "features"
      | "standing"
      | "support"
      | "supportedUntil"
      | "supportPolicy"
    > {
  /** In the criteria's order. */
  parts: Part[];
}
