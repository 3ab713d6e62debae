import { describe, expect, it } from "vitest";
import {
  contestedOf,
  direction,
  type Evidence,
  isPraise,
  noVotes,
  scoreOf,
  verdictOf,
  verdicts,
  wilsonLower,
} from "./rules.ts";

const article: Evidence = {
  stance: "supports",
  sourceKind: "article",
  date: "2020-11-18",
  since: null,
  versionEnded: null,
};
const docs: Evidence = { ...article, sourceKind: "official", date: "2026-08-21" };
const against = (evidence: Evidence, since: string | null = null): Evidence => ({
  ...evidence,
  stance: "disputes",
  since,
});
const now = "2026-11-21";

describe("the verdict of a claim", () => {
  it("is unverified when only an article makes it", () => {
    expect(verdictOf([article], now)).toBe("unverified");
  });
  it("is still true when documentation of a supported version confirms it", () => {
    expect(verdictOf([article, docs], now)).toBe("still-true");
  });
  it("is disputed when documentation contradicts an article", () => {
    expect(verdictOf([article, against(docs)], now)).toBe("disputed");
  });
  it("is disputed when two articles disagree", () => {
    expect(verdictOf([article, against({ ...article, date: "2024" })], now)).toBe("disputed");
  });
  it("is partly when confirmed and disputed", () => {
    expect(verdictOf([docs, against(article)], now)).toBe("partly");
  });
  it("is outdated when a dispute names the day since when it no longer holds", () => {
    expect(verdictOf([article, against(docs, "2022-01-01")], now)).toBe("outdated");
  });
  it("is not outdated before that day", () => {
    expect(verdictOf([{ ...docs, date: "2020" }, against({ ...docs, date: "2021" }, "2022-01-01")], "2021-12-31")).toBe(
      "partly",
    );
  });
  it("loses its confirmation on the day after the documented version ends", () => {
    const old = { ...docs, date: "2020-05-01", versionEnded: "2023-01-24" };
    expect(verdictOf([old], "2023-01-24")).toBe("still-true");
    expect(verdictOf([old], "2023-01-25")).toBe("unverified");
  });
  it("knows nothing of evidence from after the day asked for", () => {
    expect(verdictOf([article, against(docs)], "2020-12-31")).toBe("unverified");
    expect(verdictOf([{ ...article, date: "2024" }], "2024-12-31")).toBe("unverified");
  });
  it("follows the voters from ten votes on, and not before", () => {
    expect(verdictOf([docs], now, { yes: 0, no: 9 })).toBe("still-true");
    expect(verdictOf([docs], now, { yes: 0, no: 10 })).toBe("outdated");
    expect(verdictOf([article], now, { yes: 20, no: 1 })).toBe("still-true");
    expect(verdictOf([article], now, { yes: 5, no: 5 })).toBe("unverified");
  });
  it("believes a project's facts on itself, and not its praise", () => {
    expect(verdictOf([article, docs], now, noVotes, true)).toBe("says-project");
    expect(verdictOf([docs], now, noVotes, false)).toBe("still-true");
    expect(verdictOf([docs, { ...docs, sourceKind: "benchmark" }], now, noVotes, true)).toBe("still-true");
    expect(verdictOf([docs, against({ ...docs, sourceKind: "dataset" })], now, noVotes, true)).toBe("disputed");
    expect(isPraise({ kind: "pro", factual: false })).toBe(true);
    expect(isPraise({ kind: "pro", factual: true }) || isPraise({ kind: "con", factual: false })).toBe(false);
  });
  it("can be each of the six", () => {
    const reached = new Set([
      verdictOf([docs], now),
      verdictOf([docs, against(article)], now),
      verdictOf([against(docs)], now),
      verdictOf([against(docs, "2022")], now),
      verdictOf([docs], now, noVotes, true),
      verdictOf([], now),
    ]);
    expect([...reached].toSorted()).toEqual(verdicts.map((verdict) => verdict.id).toSorted());
  });
});

it("calls a claim contested that is partly true, disputed or outdated, and no other", () => {
  const contested = verdicts.map(({ id }) => id).filter((verdict) => contestedOf([{ verdict }]) === 1);
  expect(contested).toEqual(["partly", "disputed", "outdated"]);
  expect(contestedOf(verdicts.map(({ id }) => ({ verdict: id })))).toBe(3);
});

describe("the Wilson bound", () => {
  it("gives the worked values of its comment", () => {
    expect(wilsonLower(9, 10)).toBeCloseTo(0.7175, 4);
    expect(wilsonLower(90, 100)).toBeCloseTo(0.8549, 4);
    expect(wilsonLower(1, 1)).toBeCloseTo(0.3784, 4);
    expect(wilsonLower(0, 0)).toBe(0);
  });
  it("stays between 0 and the share, and grows with the number of votes", () => {
    for (let n = 1; n <= 200; n += 7) {
      for (let hits = 0; hits <= n; hits += 1) {
        const bound = wilsonLower(hits, n);
        expect(bound).toBeGreaterThanOrEqual(0);
        expect(bound).toBeLessThanOrEqual(hits / n);
        if (hits > 0) expect(wilsonLower(hits * 10, n * 10)).toBeGreaterThan(bound);
      }
    }
  });
});

describe("a claim's direction", () => {
  it("takes a beginner's level as raising and an advanced one as lowering", () => {
    expect(direction({ kind: "level", level: "beginner" })).toBe(1);
    expect(direction({ kind: "level", level: "intermediate" })).toBe(0);
    expect(direction({ kind: "level", level: "advanced" })).toBe(-1);
  });
});

describe("the score", () => {
  it("is the prior without ratings, and goes to the ratings' mean with many", () => {
    expect(scoreOf(3.67, 0, 0)).toBeCloseTo(3.67);
    expect(scoreOf(3, 50, 10)).toBeCloseTo(4.333, 3);
    expect(scoreOf(1, 5_000, 1_000)).toBeCloseTo(4.98, 2);
  });
});
