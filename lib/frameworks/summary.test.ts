import { describe, expect, it } from "vitest";
import type { CriterionScore } from "../bench/score.ts";
import type { ClaimView } from "../claims/view.ts";
import { summaryOf } from "./summary.ts";

const claim = (slug: string, over: Partial<ClaimView>): ClaimView => ({
  id: 1,
  slug,
  kind: "pro",
  criterion: "learning",
  text: slug,
  level: null,
  useCases: [],
  decidedBy: null,
  judged: null,
  factual: false,
  assertions: [],
  verdict: "still-true",
  votes: { yes: 0, no: 0 },
  reworded: null,
  replies: [],
  ...over,
});
const score = (criterion: CriterionScore["criterion"], value: number | null) =>
  ({ criterion, value }) as CriterionScore;
const active = { value: "active" as const };

describe("a framework in short", () => {
  it("names the best and the worst that is evidenced, and fills up with scores on that side of the middle", () => {
    const { best, worst } = summaryOf({
      standing: active,
      claims: [
        claim("praised", { verdict: "says-project" }),
        claim("fast", {}),
        claim("opinion", { kind: "con", verdict: "unverified" }),
      ],
      scores: [score("learning", 4.2), score("security", 4.6), score("performance", 2.4), score("maturity", null)],
    });
    expect(best).toEqual([
      { text: "fast", anchor: "claim-fast" },
      { text: "Security: 4.6 of 5", anchor: "score-security" },
      { text: "Learning: 4.2 of 5", anchor: "score-learning" },
    ]);
    expect(worst).toEqual([{ text: "Performance: 2.4 of 5", anchor: "score-performance" }]);
  });

  it("recommends work that a confirmed claim names, and warns of work that only a disputed one does", () => {
    const { goodFor, saidFor, notFor } = summaryOf({
      standing: active,
      scores: [],
      claims: [
        claim("apis", { kind: "use-case", useCases: ["web-app", "api"] }),
        claim("opinion", { kind: "use-case", useCases: ["saas"], verdict: "unverified" }),
        claim("small", { kind: "use-case", useCases: ["small-site", "api"], verdict: "disputed" }),
      ],
    });
    expect(goodFor.map(({ text }) => text)).toEqual(["APIs", "Web applications"]);
    expect(saidFor).toEqual([{ text: "SaaS", anchor: "claim-opinion" }]);
    expect(notFor).toEqual([{ text: "Small sites", anchor: "claim-small" }]);
  });

  it("says first that it isn't for new work, where its makers say so", () => {
    expect(summaryOf({ standing: { value: "maintenance" }, scores: [], claims: [] }).notFor).toHaveLength(1);
  });
});
