import type { CriterionScore } from "../bench/score.ts";
import { criterionOf } from "../claims/criteria.ts";
import { orderClaims } from "../claims/order.ts";
import type { ClaimView } from "../claims/view.ts";
import { isClosed, type Standing } from "./standing.ts";
import { useCases } from "./use-cases.ts";

/** A point of the summary: what it says, and the part of the page that it comes from. */
export interface Point {
  text: string;
  anchor: string;
}

export interface Summary {
  goodFor: Point[];
  /** Work that a source names and nothing confirms yet. */
  saidFor: Point[];
  notFor: Point[];
  best: Point[];
  worst: Point[];
}

interface Summarised {
  claims: readonly ClaimView[];
  scores: readonly CriterionScore[];
  standing: { value: Standing | null };
}

const most = 3;
const pointOf = ({ slug, text }: ClaimView): Point => ({ text, anchor: `claim-${slug}` });

/** Evidence first; what only its project or an opinion says is left out. */
const evidenced = (claims: readonly ClaimView[], kind: ClaimView["kind"]) =>
  orderClaims(claims.filter((claim) => claim.kind === kind && claim.verdict === "still-true"));

/** A known score as a point, from the best or from the worst end. */
function scorePoints(scores: readonly CriterionScore[], end: 1 | -1): Point[] {
  return scores
    .flatMap(({ criterion, value }) => (value === null || (value - 3) * end <= 0 ? [] : [{ criterion, value }]))
    .toSorted((a, b) => (b.value - a.value) * end)
    .map(({ criterion, value }) => ({
      text: `${criterionOf(criterion).name}: ${value.toFixed(1)} of 5`,
      anchor: `score-${criterion}`,
    }));
}

/**
 * The kinds of work of a claim that is confirmed, and those of one that is disputed and of no other; what it is best and
 * worst at: claims that are still true in reading order, then scores above or below the middle. Nothing here is written for it.
 */
export function summaryOf({ claims, scores, standing }: Summarised): Summary {
  const named = (verdicts: readonly string[]) =>
    claims
      .filter(({ kind, verdict }) => kind === "use-case" && verdicts.includes(verdict))
      .flatMap((claim) => claim.useCases.map((id) => ({ id, anchor: `claim-${claim.slug}` })));
  const good = named(["still-true"]);
  const said = named(["partly", "says-project", "unverified"]);
  const bad = named(["disputed", "outdated"]).filter(({ id }) => !good.some((one) => one.id === id));
  const closed = isClosed(standing.value) ? [{ text: "New work, as its makers say", anchor: "facts" }] : [];
  return {
    goodFor: useCasePoints(good),
    saidFor: useCasePoints(said.filter(({ id }) => ![...good, ...bad].some((one) => one.id === id))),
    notFor: [...closed, ...useCasePoints(bad)],
    best: [...evidenced(claims, "pro").map(pointOf), ...scorePoints(scores, 1)].slice(0, most),
    worst: [...evidenced(claims, "con").map(pointOf), ...scorePoints(scores, -1)].slice(0, most),
  };
}

/** One point for each kind of work, in the registry's order. */
const useCasePoints = (found: readonly { id: string; anchor: string }[]): Point[] =>
  useCases.flatMap(({ id, name }) => {
    const first = found.find((one) => one.id === id);
    return first ? [{ text: name, anchor: first.anchor }] : [];
  });
