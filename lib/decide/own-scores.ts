import { type CriterionId, criterionIds, criterionOf } from "../claims/criteria.ts";
import { isSlug } from "../text/slug.ts";
import type { DecideOption } from "./option.ts";
import { percent } from "./percent.ts";
import { filledScores, highest, lowest } from "./ranking.ts";

/** A score that some of a team entered themselves, as their joint decision weighs it. */
export interface OwnCell {
  slug: string;
  criterion: CriterionId;
  /** Of the weight that the criterion has in the team, the part of those who entered one, 0 to 1. */
  part: number;
  /** Their scores, 1 to 5, each weighted by what the criterion counts for who entered it. */
  own: number;
}

/** An option with the scores that a team entered in place of, or mixed with, the evidence's. */
function withOwn(option: DecideOption, cells: readonly OwnCell[]): DecideOption {
  if (cells.length === 0) return option;
  const filled = filledScores(option);
  const mixed = (index: number, evidence: number, own?: number) => {
    const cell = cells.find(({ criterion }) => criterion === criterionIds[index]);
    return cell ? cell.part * (own ?? cell.own) + (1 - cell.part) * evidence : null;
  };
  const score = (index: number) => option.scores[index] ?? null;
  return {
    ...option,
    scores: criterionIds.map((_, index) => mixed(index, filled[index] ?? lowest) ?? score(index)),
    lows: criterionIds.map((_, index) => {
      const low = option.lows?.[index] ?? score(index) ?? lowest;
      return mixed(index, low) ?? low;
    }),
    highs: criterionIds.map((_, index) => {
      const high = option.highs?.[index] ?? score(index) ?? highest;
      return mixed(index, high) ?? high;
    }),
    coverage: criterionIds.map((_, index) => {
      const coverage = option.coverage?.[index] ?? (score(index) === null ? 0 : 1);
      return mixed(index, coverage, 1) ?? coverage;
    }),
    standIns: filled,
    parts: option.parts.map((part, index) => {
      const cell = cells.find(({ criterion }) => criterion === criterionIds[index]);
      return cell ? { ...part, own: cell.part } : part;
    }),
  };
}

/** The options as a team sees them that entered these scores. */
export const withOwnScores = (options: readonly DecideOption[], cells: readonly OwnCell[]): DecideOption[] =>
  options.map((option) =>
    withOwn(
      option,
      cells.filter(({ slug }) => slug === option.slug),
    ),
  );

/** Each in words, such as "Django, testing: 2.00 for 50 % of it"; of more than so many, how many more. */
export function ownScoresText(
  cells: readonly OwnCell[],
  options: readonly { slug: string; name: string }[],
  most = cells.length,
): string {
  const said = cells.slice(0, most).map(({ slug, criterion, part, own }) => {
    const name = options.find((option) => option.slug === slug)?.name ?? slug;
    const much = part > 0.999 ? "" : ` for ${percent(part)} of it`;
    return `${name}, ${criterionOf(criterion).name.toLowerCase()}: ${own.toFixed(2)}${much}`;
  });
  return [...said, ...(cells.length > most ? [`${cells.length - most} more`] : [])].join("; ");
}

/** So many at most in an address. */
const mostCells = 200;
const number = /^\d(\.\d{1,6})?$/;
/** Six places: a total computed from an address is the one that it was written from. */
const kept = (value: number) => String(Math.round(value * 1e6) / 1e6);

/** In a decision's address: framework, criterion, part and score of each, such as `django_testing_0.5_2`. */
export const writeOwnScores = (cells: readonly OwnCell[]): string =>
  cells
    .map(({ slug, criterion, part, own }) => [slug, criterion, kept(part), kept(own)].join("_"))
    .sort()
    .join(",");

/** Leaves out what is no such score. */
export function readOwnScores(text: string): OwnCell[] {
  const cells = new Map<string, OwnCell>();
  for (const item of text.split(",").slice(0, mostCells)) {
    const [slug = "", name = "", partText = "", ownText = "", ...more] = item.split("_");
    const criterion = criterionIds.find((id) => id === name);
    if (!criterion || !isSlug(slug) || more.length > 0 || !number.test(partText) || !number.test(ownText)) continue;
    const [part, own] = [Number(partText), Number(ownText)];
    if (part > 0 && part <= 1 && own >= lowest && own <= highest)
      cells.set(`${slug} ${criterion}`, { slug, criterion, part, own });
  }
  return [...cells.values()];
}
