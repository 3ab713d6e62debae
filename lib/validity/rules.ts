import { type Agreement, leaveOneOut, type Throughput } from "../bench/throughput.ts";
import { noConstraints } from "../decide/constraints.ts";
import { fieldOf, outcomeOf } from "../decide/decide.ts";
import type { DecideOption } from "../decide/option.ts";
import { presets, type Weights, weightsOf } from "../decide/presets.ts";
import { type Question, questions, weightsFrom } from "../decide/questions.ts";
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

/** Slugs of the ranking that a reader in this situation gets, as /decide works it out. */
function rankingFor(options: readonly DecideOption[], weights: Weights, languages: readonly string[] = []): string[] {
  const constraints = { ...noConstraints, language: [...languages] };
  const { allowed } = fieldOf({ frameworks: [], constraints, strict: false }, options);
  return outcomeOf(weights, allowed).ranked.map(({ option }) => option.slug);
}

/** What becomes of each profile. */
export function checkProfiles(options: readonly DecideOption[]): ProfileResult[] {
  return profiles.map((profile) => {
    const ranking = rankingFor(options, weightsOfProfile(profile), profile.languages);
    const first = ranking.slice(0, firstPlaces);
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
  /** Those that lead although they aren't for new work. */
  notForNewWork: string[];
}

/** Who leads over all answer sets. */
export function checkAnswerSets(options: readonly DecideOption[]): AnswerSets {
  const times = new Map<string, number>();
  const sets = answerSets();
  for (const answers of sets) {
    const [leader] = rankingFor(options, weightsFrom(answers));
    if (leader) times.set(leader, (times.get(leader) ?? 0) + 1);
  }
  const closed = new Set(
    options.filter(({ standing }) => standing === "maintenance" || standing === "ended").map(({ slug }) => slug),
  );
  return {
    sets: sets.length,
    leaders: [...times].map(([slug, n]) => ({ slug, times: n })).sort((a, b) => b.times - a.times),
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

/** Throughput fitted without a run, and without a whole suite, against what was left out. */
export function checkThroughput(figures: readonly Throughput[]) {
  return { runs: leaveOneOut(figures, "run"), suites: leaveOneOut(figures, "suite") };
}
