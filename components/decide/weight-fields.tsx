import { memo, useEffect, useRef, useState } from "react";
import { type Criterion, type CriterionId, criteria } from "@/lib/claims/criteria";
import type { Outcome } from "@/lib/decide/decide";
import { percent } from "@/lib/decide/percent";
import { mostWeight, presets, sameWeights } from "@/lib/decide/presets";
import { reasonsFor } from "@/lib/decide/questions";
import { type Decision, decideSearch } from "@/lib/decide/search-params";
import { routes } from "@/lib/site/routes";

import { FieldError } from "../form/field-error";

type SetWeight = (id: CriterionId, value: number) => void;
type Change = (next: (before: Decision) => Decision, step?: "jump") => void;

/** What counts how much: ways to begin, then a slider and a number for each criterion. */
export function WeightFields({
  decision,
  settled,
  shares,
  change,
  setWeight,
  move,
  weightNow,
}: {
  decision: Decision;
  /** The decision as it stood when the hand last rested. */
  settled: { decision: Decision; outcome: Outcome };
  shares: readonly number[];
  change: Change;
  setWeight: SetWeight;
  move: SetWeight;
  weightNow: (id: CriterionId) => number;
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
            move={move}
            weightNow={weightNow}
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
  move = setWeight,
  weightNow,
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
  setWeight: SetWeight;
  /** For the slider, where more follows it than can be rendered at once. */
  move?: SetWeight;
  /** The weight as last moved, where `value` may be behind. */
  weightNow?: ((id: CriterionId) => number) | undefined;
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
        move={move}
        weightNow={weightNow}
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

const valueText = (value: number, part: string) => `${value} of ${mostWeight}, ${part} of the decision`;

const Inputs = memo(function Inputs({
  id,
  name,
  wrong,
  criterion,
  value,
  part,
  setWeight,
  move,
  weightNow,
}: {
  id: string;
  name: string;
  wrong: boolean;
  criterion: Criterion;
  value: number;
  part: string;
  setWeight: SetWeight;
  move: SetWeight;
  weightNow: ((id: CriterionId) => number) | undefined;
}) {
  const [first] = useState(value);
  const range = useRef<HTMLInputElement>(null);
  // The browser moves what a hand holds: a picture that was begun before must not put it back.
  useEffect(() => {
    if (range.current) range.current.value = String(weightNow?.(criterion.id) ?? value);
  }, [value, weightNow, criterion]);
  return (
    // In a grid a field of a fixed size is laid out by itself; in a flex box all around it would be too.
    <div className="mt-1 grid grid-cols-[minmax(0,1fr)_4.5rem] items-center gap-3">
      <input
        ref={range}
        id={id}
        type="range"
        min={0}
        max={mostWeight}
        defaultValue={first}
        aria-describedby={`${id}-help`}
        aria-valuetext={valueText(value, part)}
        onChange={({ currentTarget }) => {
          // Read out at once, where the number beside it may follow.
          currentTarget.setAttribute("aria-valuetext", valueText(Number(currentTarget.value), part));
          move(criterion.id, Number(currentTarget.value));
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
        value={value}
        aria-label={`${criterion.name}, 0 to ${mostWeight}`}
        onChange={(event) =>
          setWeight(criterion.id, Math.max(0, Math.min(mostWeight, Math.round(Number(event.currentTarget.value) || 0))))
        }
        className="field col-start-2 min-h-8 w-full py-0.5 text-right font-mono text-sm"
      />
    </div>
  );
});
