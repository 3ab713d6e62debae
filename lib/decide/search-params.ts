import { type CriterionId, criterionIds } from "../claims/criteria.ts";
import { levels } from "../claims/kinds.ts";
import { frameworkKinds, languages, licences } from "../frameworks/attributes.ts";
import { featureIds, featureOf } from "../frameworks/features.ts";
import { spelled } from "../text/fold.ts";
import { isSlug } from "../text/slug.ts";
import { type Constraints, noConstraints } from "./constraints.ts";
import { type OwnCell, readOwnScores, writeOwnScores } from "./own-scores.ts";
import { evenWeights, exactWeight, mostWeight, presets, sameWeights, type Weights } from "./presets.ts";
import { type Answered, givenOf, questions, weightsFrom } from "./questions.ts";

/** A decision as its URL says it: nothing else is needed to see the same. Parsing never throws. */
export interface Decision {
  /** Slugs to decide between, each once; empty for the whole catalogue. */
  frameworks: string[];
  constraints: Constraints;
  /** Whether what is unknown excludes. */
  strict: boolean;
  weights: Weights;
  /** Answers that the weights came from. */
  answers: Answered[];
  /** Scores that a team entered, of its joint decision. */
  own: OwnCell[];
}

export const mostFrameworks = 100;
const mostValues = 40;
/** Letters of the scores that an address carries. */
const mostOwn = 8_000;

const weightKey = (id: CriterionId) => `w-${id}`;

/** Every key that a decision's address may have; `go` is its form's own. */
/** What a decision says itself; the API takes all of these. The others are the page's own, for its forms. */
export const decisionKeys = [
  "f",
  "w",
  "preset",
  "language",
  "knows",
  "kind",
  "licence",
  "level",
  "until",
  "line",
  "closed",
  "has",
  "strict",
  "own",
];
export const decideKeys = [...decisionKeys, "a", "open", "go", ...criterionIds.map(weightKey)];
export const questionKeys: string[] = questions.map(({ id }) => id);

const listed = (params: URLSearchParams, key: string): string[] => [
  ...new Set(
    params
      .getAll(key)
      .flatMap((value) => value.slice(0, 2_000).split(","))
      .map((value) => value.trim())
      .filter((value) => value !== "" && value.length <= 60),
  ),
];

/** Words that facts may be: letters, digits, and what stands in names such as "C#", "F#", "Apache-2.0". */
export const word = /^[\p{L}\p{N} .+#()/-]{1,60}$/u;

const words = (params: URLSearchParams, key: string, known: readonly string[]) => [
  ...new Set(
    listed(params, key)
      .map((value) => spelled(known, value) ?? value)
      .filter((value) => word.test(value))
      .slice(0, mostValues),
  ),
];

function isDay(text: string): boolean {
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text)
  );
}

const weightOf = (text: string | null | undefined): number | null => {
  if (!text || !/^\d{1,3}(\.\d{1,6})?$/.test(text)) return null;
  return Math.min(mostWeight, exactWeight(Number(text)));
};

function parseWeights(params: URLSearchParams, answers: Answered[]): Weights {
  const preset = presets.find(({ id }) => id === params.get("preset"));
  const start = preset?.weights ?? (answers.length > 0 ? weightsFrom(answers) : evenWeights);
  const given = new Map(
    listed(params, "w").map((item) => {
      const dot = item.indexOf(".");
      return [item.slice(0, dot), item.slice(dot + 1)] as const;
    }),
  );
  // Whoever names some weights means the others not to count.
  const named = given.size > 0 && criterionIds.some((id) => weightOf(given.get(id)) !== null);
  return Object.fromEntries(
    criterionIds.map((id) => [
      id,
      weightOf(params.get(weightKey(id))) ?? weightOf(given.get(id)) ?? (named ? 0 : start[id]),
    ]),
  ) as Weights;
}

/** A box that is ticked: by our own links, or by a form without scripts. */
const isOn = (value: string | null) => value === "1" || value === "on";

export function parseDecision(params: URLSearchParams): Decision {
  const answers = givenOf(listed(params, "a")).map(({ answer }) => answer);
  const until = params.get("until") ?? "";
  const constraints: Constraints = {
    language: words(params, "language", languages),
    knows: words(params, "knows", languages),
    kind: frameworkKinds.map(({ id }) => id as string).filter((id) => listed(params, "kind").includes(id)),
    licence: words(params, "licence", licences),
    level: levels.find(({ id }) => id === params.get("level"))?.id ?? null,
    until: isDay(until) ? until : null,
    oneLine: isOn(params.get("line")),
    closed: isOn(params.get("closed")),
    has: featureIds.filter((id) => listed(params, "has").some((asked) => featureOf(asked) === id)),
  };
  return {
    frameworks: listed(params, "f").filter(isSlug).slice(0, mostFrameworks),
    constraints,
    strict: isOn(params.get("strict")),
    weights: parseWeights(params, answers),
    answers,
    own: readOwnScores(params.get("own")?.slice(0, mostOwn) ?? ""),
  };
}

/**
 * The query of a decision, without what is the default: the same decision always gives the same text.
 * @param whole whether weights are written out, for what is kept: presets and questions may change
 */
export function decideSearch(
  { frameworks, constraints, strict, weights, answers, own }: Decision,
  whole = false,
): string {
  const params = new URLSearchParams();
  if (frameworks.length > 0) params.set("f", [...frameworks].sort().join(","));
  const preset = whole ? undefined : presets.find((one) => sameWeights(one.weights, weights));
  const fromAnswers = !whole && answers.length > 0 && sameWeights(weights, weightsFrom(answers));
  if (answers.length > 0) params.set("a", answers.join(","));
  if (!fromAnswers) {
    if (!preset)
      params.set(
        "w",
        criterionIds.flatMap((id) => (weights[id] > 0 ? [`${id}.${weights[id]}`] : [])).join(",") || "learning.0",
      );
    else if (preset.id !== "even" || answers.length > 0) params.set("preset", preset.id);
  }
  for (const key of ["language", "knows", "kind", "licence"] as const)
    if (constraints[key].length > 0) params.set(key, [...constraints[key]].sort().join(","));
  if (constraints.level) params.set("level", constraints.level);
  if (constraints.until) params.set("until", constraints.until);
  if (constraints.oneLine) params.set("line", "1");
  if (constraints.closed) params.set("closed", "1");
  if (constraints.has.length > 0) params.set("has", constraints.has.join(","));
  if (strict) params.set("strict", "1");
  if (own.length > 0) params.set("own", writeOwnScores(own));
  const text = params.toString().replaceAll("%2C", ",");
  return text ? `?${text}` : "";
}

/** The same without frameworks that there are none of (any more). */
export function onlyKnown(decision: Decision, options: readonly { slug: string }[]): Decision {
  const known = new Set(options.map(({ slug }) => slug));
  return {
    ...decision,
    frameworks: decision.frameworks.filter((slug) => known.has(slug)),
    own: decision.own.filter(({ slug }) => known.has(slug)),
  };
}

/** Nothing demanded, everything alike, the whole catalogue. */
export const blankDecision: Decision = {
  frameworks: [],
  constraints: noConstraints,
  strict: false,
  weights: evenWeights,
  answers: [],
  own: [],
};
