import { bench } from "../bench/bench.ts";
import { measures } from "../bench/measures.ts";
import { type Agreement, leaveOneOut, type Throughput } from "../bench/throughput.ts";
import { criterionIds } from "../claims/criteria.ts";
import { noConstraints } from "../decide/constraints.ts";
import { narrow, type Outcome, outcomeOf } from "../decide/decide.ts";
import type { DecideOption } from "../decide/option.ts";
import { presets, type Weights, weightsOf } from "../decide/presets.ts";
import { type Question, questions, weightsFrom } from "../decide/questions.ts";
import { isClosed } from "../frameworks/standing.ts";
import { type Profile, profiles, unseen } from "./profiles.ts";

/** How far into a ranking a profile looks. */
const firstPlaces = 3;

export interface ProfileResult {
  profile: Profile;
  unseen: boolean;
  /** Slugs, best first. */
  first: string[];
  holds: boolean;
}

function weightsOfProfile({ weights }: Profile): Weights {
  if (typeof weights !== "string") return weightsOf(weights);
  const preset = presets.find(({ id }) => id === weights);
  if (!preset) throw new Error(`Unknown preset ${weights}`);
  return preset.weights;
}

/** What a reader in this situation gets, as /decide works it out. */
function outcomeFor(options: readonly DecideOption[], weights: Weights, languages: readonly string[]): Outcome {
  const constraints = { ...noConstraints, language: [...languages] };
  return outcomeOf(weights, narrow({ frameworks: [], constraints, strict: false }, options).allowed);
}

/** What becomes of each profile. */
export function checkProfiles(options: readonly DecideOption[]): ProfileResult[] {
  return profiles.map((profile) => {
    const { ranked } = outcomeFor(options, weightsOfProfile(profile), profile.languages);
    const first = ranked.slice(0, firstPlaces).map(({ option }) => option.slug);
    const among = first.filter((slug) => profile.among.of.includes(slug)).length;
    const holds = among >= profile.among.atLeast && !profile.never.includes(first[0] ?? "");
    return { profile, unseen: unseen.has(profile.id), first, holds };
  });
}

/** Every way to answer the questions, each of which may be left out. */
export function answerSets(asked: readonly Question[] = questions): string[][] {
  return asked.reduce<string[][]>(
    (sets, { id, choices }) => sets.flatMap((set) => [set, ...choices.map((choice) => [...set, `${id}.${choice.id}`])]),
    [[]],
  );
}

export interface AnswerSets {
  sets: number;
  /** How often each comes first, the most often first. */
  leaders: { slug: string; times: number }[];
  /** Slugs of those that are first, or too close to call with the first, in at least one. */
  inFront: string[];
  /** Those that lead although they aren't for new work. */
  notForNewWork: string[];
}

/**
 * Who leads over all answer sets, for a reader of any language and for one of each: the language is the first thing that
 * is asked.
 */
export function checkAnswerSets(options: readonly DecideOption[]): AnswerSets {
  const times = new Map<string, number>();
  const inFront = new Set<string>();
  const sets = answerSets().map((answers) => weightsFrom(answers));
  const languages = [[], ...[...new Set(options.flatMap((option) => option.languages))].map((language) => [language])];
  for (const language of languages)
    for (const weights of sets) {
      const group = outcomeFor(options, weights, language).group.map(({ option }) => option.slug);
      const [leader] = group;
      if (leader) times.set(leader, (times.get(leader) ?? 0) + 1);
      for (const slug of group) inFront.add(slug);
    }
  const closed = new Set(options.filter(({ standing }) => isClosed(standing)).map(({ slug }) => slug));
  return {
    sets: sets.length * languages.length,
    leaders: [...times].map(([slug, n]) => ({ slug, times: n })).sort((a, b) => b.times - a.times),
    inFront: [...inFront].sort(),
    notForNewWork: [...times.keys()].filter((slug) => closed.has(slug)),
  };
}

/** Pairs of frameworks that two figures order alike. */
export function orderAgreement(pairs: readonly { ours: number; theirs: number }[]): Agreement {
  let count = 0;
  let agreeing = 0;
  for (const [index, a] of pairs.entries())
    for (const b of pairs.slice(index + 1)) {
      if (a.theirs === b.theirs) continue;
      count++;
      if (a.ours > b.ours === a.theirs > b.theirs && a.ours !== b.ours) agreeing++;
    }
  return { pairs: count, agreeing };
}

export interface ValidityInput {
  options: readonly DecideOption[];
  figures: readonly Throughput[];
  /** Percent of those whom a survey asked that use it, by slug. */
  used: ReadonlyMap<string, number>;
}

export interface Validity {
  runs: ReturnType<typeof leaveOneOut>;
  suites: ReturnType<typeof leaveOneOut>;
  /** The ecosystem's measures without the survey against the survey. */
  survey: Agreement;
  profiles: ProfileResult[];
  answerSets: AnswerSets;
}

const ecosystem = criterionIds.indexOf("ecosystem");

/** The parts of ecosystem but the survey, weighed as in the bench: the survey is what it is compared with. */
function withoutSurvey({ parts }: DecideOption, worthOfSurvey: number): number | null {
  const weight = bench.ecosystem.find((item) => "measure" in item && item.measure === "survey-use")?.weight ?? 0;
  const score = parts[ecosystem]?.bench ?? null;
  return score === null ? null : ((score - 1) / 4 - weight * worthOfSurvey) / (1 - weight);
}

/** All that we know of whether the bench is right, with its failures. */
export function validityOf({ options, figures, used }: ValidityInput): Validity {
  const worth = measures.find(({ id }) => id === "survey-use")?.map ?? (() => 0);
  const pairs = options.flatMap((option) => {
    const theirs = used.get(option.slug);
    const ours = theirs === undefined ? null : withoutSurvey(option, worth(theirs));
    return theirs === undefined || ours === null ? [] : [{ ours, theirs }];
  });
  return {
    runs: leaveOneOut(figures, "run"),
    suites: leaveOneOut(figures, "suite"),
    survey: orderAgreement(pairs),
    profiles: checkProfiles(options),
    answerSets: checkAnswerSets(options),
  };
}

/** Several agreements as one. */
export const together = (list: readonly Agreement[]): Agreement => ({
  pairs: list.reduce((sum, { pairs }) => sum + pairs, 0),
  agreeing: list.reduce((sum, { agreeing }) => sum + agreeing, 0),
});

/** In percent, to one place; "–" of nothing. */
export const agreementText = ({ pairs, agreeing }: Agreement): string =>
  pairs === 0 ? "–" : `${((100 * agreeing) / pairs).toFixed(1)} %`;
