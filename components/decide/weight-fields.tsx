import { memo, useDeferredValue, useState } from "react";
import { type Criterion, type CriterionId, criteria } from "@/lib/claims/criteria";
import type { Outcome } from "@/lib/decide/decide";
import { percent } from "@/lib/decide/percent";
import { mostWeight, presets, sameWeights } from "@/lib/decide/presets";
import { reasonsFor } from "@/lib/decide/questions";
import { type Decision, decideSearch } from "@/lib/decide/search-params";
import { routes } from "@/lib/site/routes";

import { FieldError } from "../form/field-error";

type Change = (next: (before: Decision) => Decision, step?: "jump") => void;

/** What counts how much: ways to begin, then a slider and a number for each criterion. */
export function WeightFields({
  decision,
  settled,
  shares,
  change,
  setWeight,
}: {
  decision: Decision;
  /** The decision as it stood when the hand last rested. */
  settled: { decision: Decision; outcome: Outcome };
  /** All twelve change at every move of one: they come a picture after the ranking, which is what one watches. */
  shares: readonly number[];
  change: Change;
  setWeight: (id: CriterionId, value: number) => void;
}) {
  return (
    <section aria-labelledby="weights-title">
      <h2 id="weights-title" className="text-2xl">
        What counts
      </h2>
      <Presets decision={settled.decision} change={change} />
      <p className="mt-3 text-sm text-muted">
        Only the proportions matter.{" "}
        <a href={`${routes.questions}${decideSearch(settled.decision)}`} className="link">
          Not sure? Answer a few questions
        </a>
        .
      </p>
      {decision.answers.map((answer) => (
        <input key={answer} type="hidden" name="a" value={answer} />
      ))}
      <div className="mt-2">
        {criteria.map((criterion, index) => (
          <WeightField
            key={criterion.id}
            criterion={criterion}
            value={decision.weights[criterion.id]}
            share={percent(shares[index] ?? 0)}
            part={percent(settled.outcome.shares[index] ?? 0)}
            because={reasonsFor(criterion.id, decision.answers).join("; ")}
            setWeight={setWeight}
          />
        ))}
      </div>
    </section>
  );
}

const Presets = memo(function Presets({ decision, change }: { decision: Decision; change: Change }) {
  return (
    <ul className="mt-3 flex flex-wrap gap-2">
      {presets.map((preset) => (
        <li key={preset.id}>
          <a
            href={`${routes.decide}${decideSearch({ ...decision, weights: preset.weights, answers: [] })}`}
            title={preset.why}
            aria-current={sameWeights(preset.weights, decision.weights) ? "true" : undefined}
            className="chip min-h-8 px-2.5 aria-[current]:border-ink aria-[current]:bg-ink aria-[current]:text-paper"
            onClick={(event) => {
              if (event.metaKey || event.ctrlKey || event.shiftKey) return;
              event.preventDefault();
              change((before) => ({ ...before, weights: preset.weights, answers: [] }), "jump");
            }}
          >
            {preset.name}
          </a>
        </li>
      ))}
    </ul>
  );
});

/** A criterion with a slider and a number for what it counts. */
export const WeightField = memo(function WeightField({
  criterion,
  name = `w-${criterion.id}`,
  error,
  value,
  share,
  part,
  because,
  setWeight,
}: {
  criterion: Criterion;
  /** Of the field, where it isn't the one of a decision's address. */
  name?: string;
  /** What is wrong with the number. */
  error?: string | undefined;
  value: number;
  share: string;
  /** Its share when the hand last rested: what is read out needn't be written anew at every move of the others. */
  part: string;
  because: string;
  setWeight: (id: CriterionId, value: number) => void;
}) {
  const id = `weight-${criterion.id}`;
  return (
    <div className="border-t border-line py-2.5">
      <div className="flex items-center justify-between gap-3">
        <label htmlFor={id} className="font-medium">
          {criterion.name}
        </label>
        <Share share={share} />
      </div>
      <Help id={`${id}-help`} question={criterion.question} because={because} />
      <Inputs
        id={id}
        name={name}
        wrong={error !== undefined}
        criterion={criterion}
        value={value}
        part={part}
        setWeight={setWeight}
      />
      <FieldError id={id} error={error} />
    </div>
  );
});

/** A box of its own size, so that a new number lays out nothing around it. */
function Share({ share }: { share: string }) {
  return (
    <span className="w-[6ch] shrink-0 font-mono text-sm text-muted">
      <span className="block h-6 text-right leading-6 [contain:strict]">{share}</span>
    </span>
  );
}

const Help = memo(function Help({ id, question, because }: { id: string; question: string; because: string }) {
  return (
    <p id={id} className="text-sm text-muted">
      <span>{question}</span>
      {because && <span className="block">{`You said: ${because}.`}</span>}
    </p>
  );
});

const Inputs = memo(function Inputs({
  id,
  name,
  wrong,
  criterion,
  value,
  part,
  setWeight,
}: {
  id: string;
  name: string;
  wrong: boolean;
  criterion: Criterion;
  value: number;
  part: string;
  setWeight: (id: CriterionId, value: number) => void;
}) {
  // Beside a slider that moves the number comes a picture later: it costs as much as ten rows of the ranking.
  const later = useDeferredValue(value);
  const [typed, setTyped] = useState(false);
  return (
    // In a grid a field of a fixed size is laid out by itself; in a flex box all around it would be too.
    <div className="mt-1 grid grid-cols-[minmax(0,1fr)_4.5rem] items-center gap-3">
      <input
        id={id}
        type="range"
        min={0}
        max={mostWeight}
        value={value}
        aria-describedby={`${id}-help`}
        aria-valuetext={`${value} of ${mostWeight}, ${part} of the decision`}
        onChange={(event) => {
          setTyped(false);
          setWeight(criterion.id, Number(event.currentTarget.value));
        }}
        className="script-only h-6 w-full min-w-0 accent-[var(--accent)] [contain:size_layout_style]"
      />
      <input
        type="number"
        step="any"
        name={name}
        aria-invalid={wrong ? true : undefined}
        aria-describedby={wrong ? `${id}-error` : undefined}
        min={0}
        max={mostWeight}
        value={typed ? value : later}
        aria-label={`${criterion.name}, 0 to ${mostWeight}`}
        onChange={(event) => {
          setTyped(true);
          setWeight(
            criterion.id,
            Math.max(0, Math.min(mostWeight, Math.round(Number(event.currentTarget.value) || 0))),
          );
        }}
        className="field col-start-2 min-h-8 w-full py-0.5 text-right font-mono text-sm"
      />
    </div>
  );
});
