import type { CriterionScore } from "../bench/score.ts";
import type { CatalogueRow } from "../frameworks/row.ts";
import type { Weighed } from "./ranking.ts";

/** What a score on one criterion is made of. */
export interface Part extends Pick<CriterionScore, "bench" | "shift" | "claims" | "ratings"> {
  /** Of a team's joint score, the part that they entered themselves, 0 to 1. */
  own?: number;
}

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
