import { type BenchItem, bench, nameInBench } from "../bench/bench.ts";
import { type BenchEvidence, partsOf } from "../bench/bench-score.ts";
import { answerNames } from "../bench/checks.ts";
import { measureText } from "../bench/measure-text.ts";
import { shiftOf } from "../bench/score.ts";
import { type Criterion, criteria } from "../claims/criteria.ts";
import { orderClaims } from "../claims/order.ts";
import { direction } from "../claims/rules.ts";
import type { ClaimView } from "../claims/view.ts";
import type { FrameworkView } from "../frameworks/framework.ts";
import { routes } from "../site/routes.ts";

/** What the rule needs to know of a framework. */
export type Known = Pick<FrameworkView, "slug" | "answers" | "measures" | "claims">;

/** What is said of one of the compared, and where that was read. */
export interface Side {
  /** Its place among the compared. */
  index: number;
  text: string;
  note: string | null;
  source: string | null;
  asOf: string | null;
  claim: ClaimView | null;
}

export interface Difference {
  /** Of the check or measure; of a criterion where claims differ. */
  id: string;
  kind: "check" | "measure" | "claims";
  name: string;
  criterion: Criterion;
  /** How far it sets the first and the last apart on the criterion's score of 1 to 5. */
  points: number;
  /** The best first. */
  sides: Side[];
}

/** Measures that are worked out here: the part of a framework's page that lists what they come from. */
const workedOutFrom: Record<string, string> = {
  throughput: "benchmarks",
  "load-kept": "benchmarks",
  "support-length": "support",
};

/** From this part of a check's or measure's scale on, answers differ: "third party" against "none" doesn't. */
export const leastApart = 0.25;
export const mostDifferences = 5;

const idOf = (item: BenchItem): string => ("check" in item ? item.check : item.measure);

const evidenceOf = ({ answers, measures }: Known): BenchEvidence => ({
  answers: Object.fromEntries(answers.map(({ check, answer }) => [check, answer])),
  measures: Object.fromEntries(measures.map((one) => [one.measure, one])),
});

function sideOf(known: Known, index: number, item: BenchItem): Side | null {
  if ("check" in item) {
    const found = known.answers.find(({ check }) => check === item.check);
    if (!found) return null;
    const { note, source, asOf } = found;
    return { index, claim: null, text: answerNames[found.answer], note, source, asOf };
  }
  const found = known.measures.find(({ measure }) => measure === item.measure);
  if (!found) return null;
  const place = workedOutFrom[idOf(item)];
  const own = place ? `${routes.framework(known.slug)}#${place}` : null;
  const { note, source, asOf } = found;
  return { index, claim: null, text: measureText(found), note, source: source ?? own, asOf };
}

/** A check or measure whose answers, each with a source, lie apart, beyond what is uncertain in them; else null. */
function itemDifference(compared: readonly Known[], criterion: Criterion, place: number): Difference | null {
  const item = bench[criterion.id][place];
  if (!item) return null;
  const found = compared.flatMap((known, index) => {
    const part = partsOf(criterion.id, evidenceOf(known))[place];
    const side = sideOf(known, index, item);
    return part && part.worth !== null && side?.source ? [{ ...part, worth: part.worth, side }] : [];
  });
  found.sort((a, b) => b.worth - a.worth);
  const [best, worst] = [found[0], found.at(-1)];
  if (!best || !worst || best.worth - worst.worth < leastApart || best.low <= worst.high) return null;
  return {
    id: idOf(item),
    kind: "check" in item ? "check" : "measure",
    name: nameInBench(idOf(item)),
    criterion,
    points: 4 * item.weight * (best.worth - worst.worth),
    sides: found.map(({ side }) => side),
  };
}

/** Claims that primary evidence confirms and no check or measure decides (that would count twice). */
const standing = ({ claims }: Known, criterion: Criterion) =>
  claims.filter(
    (claim) =>
      claim.criterion === criterion.id &&
      claim.judged === null &&
      direction(claim) !== 0 &&
      (claim.verdict === "still-true" || claim.verdict === "partly"),
  );

/** On a criterion, a confirmed claim for one framework and a confirmed one against another. */
function claimsDifference(compared: readonly Known[], criterion: Criterion): Difference | null {
  const sides = compared.map((known, index) => {
    const claims = standing(known, criterion);
    return { index, claims, shift: shiftOf(claims).shift };
  });
  sides.sort((a, b) => b.shift - a.shift);
  const [best, worst] = [sides[0], sides.at(-1)];
  if (!best || !worst || best.shift <= 0 || worst.shift >= 0) return null;
  const side = ({ index, claims }: typeof best, sign: 1 | -1): Side[] => {
    const claim = orderClaims(claims.filter((one) => direction(one) === sign))[0];
    return claim ? [{ index, text: claim.text, note: null, source: null, asOf: null, claim }] : [];
  };
  return {
    id: criterion.id,
    kind: "claims",
    name: criterion.name,
    criterion,
    points: best.shift - worst.shift,
    sides: [...side(best, 1), ...side(worst, -1)],
  };
}

/**
 * The largest differences that are evidenced, by the points of a score that each sets the best and the worst apart: a
 * check or measure 4 · its weight · the distance of what it is worth, claims the distance of their shifts. Of each
 * criterion and each check or measure only the largest, so that five say five things; ties in the criteria's order.
 * Worked: CSRF protection weighs 14 % of security; built in (1) against none (0) → 0.56 points.
 */
export function differencesOf(compared: readonly Known[], most = mostDifferences): Difference[] {
  const found = criteria.flatMap((criterion) =>
    [
      ...bench[criterion.id].map((_, place) => itemDifference(compared, criterion, place)),
      claimsDifference(compared, criterion),
    ].filter((one) => one !== null),
  );
  found.sort((a, b) => b.points - a.points);
  const kept: Difference[] = [];
  for (const one of found)
    if (!kept.some(({ id, criterion }) => id === one.id || criterion.id === one.criterion.id)) kept.push(one);
  return kept.slice(0, most);
}
