"use client";

import { use, useState } from "react";
import { type CriterionId, criteria, criterionIds } from "@/lib/claims/criteria";
import { percent } from "@/lib/decide/percent";
import { presets, sameWeights, type Weights } from "@/lib/decide/presets";
import { sharesOf } from "@/lib/decide/ranking";
import { weightField } from "@/lib/decide/team";
import { FormAnswer } from "../form/form-answer";
import { useSettled } from "./use-settled";
import { WeightField } from "./weight-fields";

/** What counts for one person, with the controls of every decision: ways to begin, then a slider and a number each. */
export function BallotWeights({ initial }: { initial: Weights }) {
  const { values, errors } = use(FormAnswer);
  const [weights, setWeights] = useState(
    () =>
      Object.fromEntries(
        criterionIds.map((id) => {
          const typed = values[weightField(id)];
          return [id, typed === undefined ? initial[id] : Number(typed) || 0];
        }),
      ) as Weights,
  );
  const setWeight = (id: CriterionId, value: number) => setWeights((before) => ({ ...before, [id]: value }));
  const shares = sharesOf(criterionIds.map((id) => weights[id]));
  const settled = useSettled(weights);
  const parts = sharesOf(criterionIds.map((id) => settled[id]));
  return (
    <>
      <ul className="script-only mt-3 flex flex-wrap gap-2">
        {presets.map((preset) => (
          <li key={preset.id}>
            <button
              type="button"
              title={preset.why}
              aria-pressed={sameWeights(preset.weights, weights)}
              className="chip min-h-8 px-2.5 aria-pressed:border-ink aria-pressed:bg-ink aria-pressed:text-paper"
              onClick={() => setWeights(preset.weights)}
            >
              {preset.name}
            </button>
          </li>
        ))}
      </ul>
      <div className="mt-3 grid gap-x-10 sm:grid-cols-2">
        {criteria.map((criterion, index) => (
          <WeightField
            key={criterion.id}
            criterion={criterion}
            name={weightField(criterion.id)}
            error={errors[weightField(criterion.id)]}
            value={weights[criterion.id]}
            share={percent(shares[index] ?? 0)}
            part={percent(parts[index] ?? 0)}
            because=""
            setWeight={setWeight}
          />
        ))}
      </div>
    </>
  );
}
