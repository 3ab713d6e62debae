import "server-only";
import { checks } from "../bench/checks.ts";
import { answerText } from "../bench/corrected-answer.ts";
import { figureText } from "../bench/corrected-measure.ts";
import { measures } from "../bench/measures.ts";
import { roundedScore } from "../bench/score.ts";
import { criterionOf } from "../claims/criteria.ts";
import { type Verdict, verdicts } from "../claims/rules.ts";
import { db } from "../db/index.ts";
import { transact } from "../db/transact.ts";
import { standingText } from "../frameworks/corrected-standing.ts";
import { factNames, factText } from "../frameworks/facts.ts";
import { loadJudged } from "../frameworks/framework.ts";
import { supportText } from "../releases/support.ts";
import { Refusal } from "../request/refusal.ts";
import { type SourceKind, sourceKinds } from "../sources/kinds.ts";
import { today } from "../text/dates.ts";
import { apply } from "./apply.ts";
import { kinds, type SuggestionKind } from "./kinds.ts";
import type { SuggestionView } from "./queries.ts";

/** What would become of the catalogue if a suggestion were approved: lines such as "Unverified → Disputed". */
export interface Effect {
  /** Of what kind its source would be taken for; null where it has none. */
  as: SourceKind | null;
  lines: string[];
}

type Judged = NonNullable<Awaited<ReturnType<typeof loadJudged>>>;

/** Ends the transaction in which it was tried, so that nothing of it stays. */
class Tried extends Error {
  readonly lines: string[];
  constructor(lines: string[]) {
    super("tried");
    this.lines = lines;
  }
}

/** So many are tried for one page at most, the oldest first; a filter leads to the others. */
const mostTried = 20;

/** Kinds that verdicts, scores, facts or answers follow from; what another enters is all in what it says. */
const moving: readonly SuggestionKind[] = [
  "claim",
  "assertion",
  "flag",
  "fact",
  "check",
  "release",
  "standing",
  "measure",
];

/**
 * What each suggestion would do, by its id. It is done, by the very code that an approval runs, in a transaction that is
 * always undone, so the rules are the same because they are the same.
 */
export async function effectsOf(suggestions: readonly SuggestionView[]): Promise<Map<string, Effect[]>> {
  const found = new Map<string, Effect[]>();
  const judged = new Map<string, Judged | null>();
  for (const { id, kind, framework } of suggestions.filter((one) => moving.includes(one.kind)).slice(0, mostTried)) {
    const slug = framework?.slug ?? "";
    const before = judged.get(slug) ?? (await loadJudged(db(), slug));
    judged.set(slug, before);
    if (!before) continue;
    const read = kinds[kind].hasSource ? (["article", "official"] as const) : [null];
    const effects: Effect[] = [];
    for (const as of read) effects.push({ as, lines: await tryOut(id, slug, before, as) });
    const [first, second] = effects;
    const same = first && second && first.lines.join() === second.lines.join();
    found.set(id, same ? [{ ...first, as: null }] : effects);
  }
  return found;
}

async function tryOut(id: string, slug: string, before: Judged, sourceKind: SourceKind | null): Promise<string[]> {
  try {
    await transact(async (tx) => {
      await apply(tx, id, { sourceKind, seen: null });
      const after = await loadJudged(tx, slug);
      throw new Tried(after ? differences(before, after) : []);
    });
  } catch (error) {
    if (error instanceof Tried) return error.lines;
    if (error instanceof Refusal) return [error.message];
    throw error;
  }
  return [];
}

const nameOf = (verdict: Verdict) => verdicts.find(({ id }) => id === verdict)?.name ?? verdict;

function differences(before: Judged, after: Judged): string[] {
  const lines: string[] = [];
  for (const claim of after.claims) {
    const was = before.claims.find(({ id }) => id === claim.id);
    if (!was) lines.push(`A new claim: ${nameOf(claim.verdict)}`);
    else if (was.verdict !== claim.verdict) lines.push(`${nameOf(was.verdict)} → ${nameOf(claim.verdict)}`);
  }
  for (const claim of before.claims)
    if (after.claims.every(({ id }) => id !== claim.id)) lines.push(`The claim goes; it was: ${nameOf(claim.verdict)}`);
  for (const { key, name } of factNames) {
    const [a, b] = [factText(before.facts[key]), factText(after.facts[key])];
    if (a !== b) lines.push(`${name}: ${a ?? "unknown"} → ${b ?? "unknown"}`);
  }
  const answerOf = ({ answers }: Judged, id: string) =>
    answerText(answers.find(({ check }) => check === id)?.answer ?? null);
  for (const { id, name } of checks) {
    const [a, b] = [answerOf(before, id), answerOf(after, id)];
    if (a !== b) lines.push(`${name}: ${a} → ${b}`);
  }
  const more = [
    ["Standing", (one: Judged) => standingText(one.standing.value)],
    ["Support", (one: Judged) => supportText(one.releases, today())],
    ...measures.map(
      ({ id, name }) =>
        [
          name,
          (one: Judged) => figureText(id, one.measures.find(({ measure }) => measure === id)?.value ?? null),
        ] as const,
    ),
  ] as const;
  for (const [name, of] of more) {
    const [a, b] = [of(before), of(after)];
    if (a !== b) lines.push(`${name}: ${a} → ${b}`);
  }
  after.scores.forEach((score, index) => {
    const was = before.scores[index];
    const [a, b] = [was ? roundedScore(was) : null, roundedScore(score)];
    if (a !== b) lines.push(`${criterionOf(score.criterion).name} ${a?.toFixed(2) ?? "—"} → ${b?.toFixed(2) ?? "—"}`);
  });
  return lines;
}

/** What a kind of source is called. */
export const sourceName = (kind: SourceKind) => sourceKinds.find(({ id }) => id === kind)?.name.toLowerCase() ?? kind;
