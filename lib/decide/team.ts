import { type CriterionId, criteria, criterionIds } from "../claims/criteria.ts";
import type { Outcome } from "./decide.ts";
import { type Joint, jointOf, jointOutcome } from "./joint.ts";
import type { DecideOption } from "./option.ts";
import { mostWeight, type Weights } from "./presets.ts";
import { filledScores, level, rank, sharesOf } from "./ranking.ts";

/** Scores of one person where they know better than the evidence: slug → criterion → 1 to 5. */
export type OwnScores = Record<string, Partial<Record<CriterionId, number>>>;

export interface GivenBallot {
  name: string;
  weights: Weights;
  scores: OwnScores;
}

/** So many options are put up for scoring; the rest is ranked by the evidence alone. */
export const mostScored = 10;
export const mostMembers = 50;
/** With fewer ballots there is nothing to compare, and showing one would show whose it is. */
export const fewestBallots = 2;

/** Values of several people: mean, ends, and standard deviation (of all of them, not a sample). */
export interface Spread {
  mean: number;
  low: number;
  high: number;
  spread: number;
  n: number;
}

/** Worked: 1 and 3 → mean 2, spread 1. Null without values. */
export function spreadOf(values: readonly number[]): Spread | null {
  const n = values.length;
  if (n === 0) return null;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const spread = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / n);
  return { mean, low: Math.min(...values), high: Math.max(...values), spread, n };
}

/** Whether all said the same, but for the noise of adding fractions. */
export const isUnanimous = ({ spread }: Spread): boolean => spread <= level;

export interface TeamCell {
  slug: string;
  criterion: CriterionId;
  /** What people entered themselves. */
  own: Spread;
  /** Who entered what. */
  by: { name: string; score: number }[];
  /** What the evidence says; null without any. */
  evidence: number | null;
}

export interface TeamOutcome {
  joint: Joint;
  /** By the rules of every decision: best first, the leading group, and of whom too little is known. */
  outcome: Outcome;
  /** Shares of the decision, 0 to 1, in the criteria's order. */
  weights: { criterion: CriterionId; share: Spread }[];
  /** The totals that the joint one is the mean of, in the joint ranking's order. */
  totals: { slug: string; total: Spread; firsts: string[]; by: { name: string; total: number; rank: number }[] }[];
  /** Every score that somebody entered: each moves totals. The most divided first. */
  cells: TeamCell[];
}

/**
 * What a team's ballots give together. A person's total weighs, by their own shares, their own score where they entered
 * one and else what the evidence says. The joint total is the mean of these, so that everybody counts the same.
 * @param allowed those that the constraints leave
 */
export function teamOutcome(allowed: readonly DecideOption[], ballots: readonly GivenBallot[]): TeamOutcome {
  const joint = jointOf(ballots);
  const outcome = jointOutcome(joint, allowed);
  const ranked = outcome.ranked.flatMap(({ option: { slug } }) => allowed.find((option) => option.slug === slug) ?? []);
  const people = ballots.map(({ name, weights, scores }) => {
    const shares = sharesOf(criterionIds.map((id) => weights[id]));
    const seen = ranked.map((option) => {
      const evidence = filledScores(option);
      return {
        slug: option.slug,
        scores: criterionIds.map((id, index) => scores[option.slug]?.[id] ?? evidence[index] ?? null),
      };
    });
    return { name, shares, scores, places: rank(seen, shares) };
  });
  const totals = ranked.flatMap(({ slug }) => {
    const by = people.flatMap(({ name, places }) => {
      const one = places.find((place) => place.option.slug === slug);
      return one ? [{ name, total: one.total, rank: one.rank }] : [];
    });
    const total = spreadOf(by.map((one) => one.total));
    return total ? [{ slug, total, firsts: by.filter((one) => one.rank === 1).map((one) => one.name), by }] : [];
  });
  const cells = allowed.flatMap((option) =>
    criteria.flatMap(({ id }, index) => {
      const by = people.flatMap(({ name, scores }) => {
        const score = scores[option.slug]?.[id];
        return score === undefined ? [] : [{ name, score }];
      });
      const own = spreadOf(by.map(({ score }) => score));
      return own ? [{ slug: option.slug, criterion: id, own, by, evidence: option.scores[index] ?? null }] : [];
    }),
  );
  return {
    joint,
    outcome,
    weights: criteria.flatMap(({ id }, index) => {
      const share = spreadOf(people.map(({ shares }) => shares[index] ?? 0));
      return share ? [{ criterion: id, share }] : [];
    }),
    totals,
    cells: cells.toSorted((a, b) => b.own.spread - a.own.spread),
  };
}

export const weightField = (id: CriterionId) => `weight.${id}`;
export const scoreField = (slug: string, id: CriterionId) => `score.${slug}.${id}`;

type Unfit = { field: string; message: string };

/** Reads what a ballot's form sent; says at which field it doesn't fit. */
export function readBallot(
  form: Record<string, string>,
  slugs: readonly string[],
): { weights: Weights; scores: OwnScores } | Unfit {
  const weights: [CriterionId, number][] = [];
  for (const id of criterionIds) {
    const text = (form[weightField(id)] ?? "").trim();
    if (!/^\d{1,3}$/.test(text) || Number(text) > mostWeight)
      return { field: weightField(id), message: `A whole number from 0 to ${mostWeight}.` };
    weights.push([id, Number(text)]);
  }
  if (weights.every(([, value]) => value === 0))
    return { field: weightField("learning"), message: "At least one criterion must count." };
  const scores: OwnScores = {};
  for (const slug of slugs)
    for (const id of criterionIds) {
      const text = form[scoreField(slug, id)] ?? "";
      if (text === "") continue;
      if (!/^[1-5]$/.test(text)) return { field: scoreField(slug, id), message: "A score is 1 to 5." };
      const own = scores[slug] ?? {};
      own[id] = Number(text);
      scores[slug] = own;
    }
  return { weights: Object.fromEntries(weights) as Weights, scores };
}
