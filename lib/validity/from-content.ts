import type { BenchEvidence } from "../bench/bench-score.ts";
import { judgementOf } from "../bench/judge.ts";
import { figuresOf, measuresFromRuns } from "../bench/runs.ts";
import { roundedScore, scoresOf } from "../bench/score.ts";
import { toClaim } from "../claims/view.ts";
import type { DecideOption } from "../decide/option.ts";
import type { Content } from "../frameworks/content.ts";
import { evidenceOf } from "../frameworks/evidence.ts";
import { featuresOf } from "../frameworks/features.ts";
import type { FrameworkContent } from "../frameworks/schema.ts";
import { endDateOf } from "../frameworks/still-corrected.ts";
import type { Cycle } from "../releases/support.ts";
import type { ValidityInput } from "./rules.ts";

/** What the report is made from, out of the content alone: without a database, and so without anybody's votes or ratings. */
export function inputOf(content: Content, day: string): ValidityInput {
  const kinds = new Map(
    [...content.sources, ...content.frameworks.flatMap(({ sources }) => sources)].map((source) => [source.id, source]),
  );
  const measures = [
    ...content.measures.map((one) => ({ low: null, high: null, ...one })),
    ...measuresFromRuns(content.benchmarks).map((one) => ({ source: null, ...one })),
  ].map((one) => ({ licence: null, note: null, ...one }));
  const options = content.frameworks.map((framework) => {
    const { slug } = framework;
    const answers = Object.entries(content.checks.find((file) => file.slug === slug)?.checks ?? {}).flatMap(
      ([check, { answer }]) => (answer === "unknown" ? [] : [{ check, answer }]),
    );
    const releases = cyclesOf(framework);
    const evidence = evidenceOf(
      {
        answers,
        measures: measures.filter((one) => one.framework === slug),
        facts: Object.entries(framework.facts).map(([key, fact]) => ({ note: null, ...fact, key })),
        releases,
        usage: content.usage.filter((figure) => figure.framework === slug),
      },
      day,
    );
    return optionOf(framework, answers, evidence, releases, day, (id) => kinds.get(id));
  });
  const used = new Map(
    content.usage
      .filter(({ survey, measure }) => survey === "Stack Overflow Developer Survey" && measure === "used")
      .map(({ framework, percent }) => [framework, percent]),
  );
  return { options, figures: figuresOf(content.benchmarks), used };
}

type SourceOf = (id: string) => Content["sources"][number] | undefined;

function optionOf(
  framework: FrameworkContent,
  answers: { check: string; answer: string }[],
  evidence: BenchEvidence,
  releases: Cycle[],
  day: string,
  sourceOf: SourceOf,
): DecideOption {
  const claims = framework.claims.map((claim, id) => {
    const read = { level: null, decidedBy: null, useCases: [], ...claim };
    const assertions = claim.assertions.map(({ source: of, ...assertion }) => {
      const source = sourceOf(of);
      if (!source) throw new Error(`Unknown source ${of}`);
      const { id: slug, ...rest } = source;
      return { url: null, note: null, since: null, ...assertion, source: { ...rest, slug } };
    });
    const row = { ...read, id, slug: claim.id, factual: claim.factual ?? false, tally: null, assertions };
    return toClaim({ ...row, judged: judgementOf(row, evidence) }, releases, day);
  });
  const scores = scoresOf(evidence, claims);
  const { name, icon, facts, standing } = framework;
  return {
    slug: framework.slug,
    name,
    icon,
    languages: facts.languages.value ?? [],
    licence: facts.licence.value,
    kind: facts.kind.value,
    levels: [],
    features: Object.fromEntries(featuresOf(answers).map(({ id, support }) => [id, support])),
    standing: standing.value,
    support: "unpublished",
    supportedUntil: null,
    supportPolicy: null,
    scores: scores.map(roundedScore),
    lows: scores.map(({ low }) => low),
    highs: scores.map(({ high }) => high),
    coverage: scores.map(({ coverage }) => coverage),
    known: scores.map(({ known }) => known),
    parts: scores,
  };
}

const cyclesOf = ({ support }: FrameworkContent): Cycle[] =>
  support.cycles.map((cycle) => ({
    ...cycle,
    runtime: cycle.runtime ?? null,
    activeUntil: endDateOf(cycle.activeUntil),
    endOfLife: endDateOf(cycle.endOfLife),
    extendedUntil: endDateOf(cycle.extendedUntil),
  }));
