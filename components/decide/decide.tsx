"use client";

import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import type { CriterionId } from "@/lib/claims/criteria";
import type { Outcome } from "@/lib/decide/decide";
import type { DecideOption } from "@/lib/decide/option";
import { type Decision, parseDecision } from "@/lib/decide/search-params";
import { routes } from "@/lib/site/routes";
import { ConstraintFields, type Vocabulary } from "./constraint-fields";
import { ExcludedList } from "./excluded-list";
import { FlipChart } from "./flip-chart";
import { drawOutcome, OutcomeSummary, outcomeText } from "./outcome-summary";
import { Ranking } from "./ranking";
import { TakeAlong } from "./take-along";
import { useAway } from "./use-away";
import { type Scene, useDecision } from "./use-decision";
import { useSettled } from "./use-settled";
import { WeightFields } from "./weight-fields";

/**
 * The whole of a decision in the making. It is one form that works without scripts too: then its button asks the server
 * for the same ranking.
 */
export function Decide({
  options,
  initial,
  opened,
  vocabulary,
  day,
}: {
  options: DecideOption[];
  initial: Decision;
  /** The slug whose score is open. */
  opened: string | null;
  vocabulary: Vocabulary;
  day: string;
}) {
  const summary = useRef<HTMLDivElement>(null);
  const drawRanking = useRef<((outcome: Outcome) => boolean) | null>(null);
  const draw = useCallback((scene: Scene) => {
    drawOutcome(summary.current, scene);
    return drawRanking.current?.(scene.now) ?? false;
  }, []);
  const { decision, change, move, weightNow, narrowed, outcome, scene } = useDecision(options, initial, draw);
  // A picture that was begun before the last move must not say less.
  useLayoutEffect(() => drawOutcome(summary.current, scene.current));
  // The slider and the ranking come first; what is read at rest may follow a moment later.
  const settled = useSettled(useMemo(() => ({ decision, narrowed, outcome }), [decision, narrowed, outcome]));
  const [open, setOpen] = useState(opened);
  const setWeight = useCallback(
    (id: CriterionId, value: number) =>
      change((before) => ({ ...before, weights: { ...before.weights, [id]: value } })),
    [change],
  );
  const said = outcomeText(outcome, narrowed);
  const saidAtRest = useMemo(() => outcomeText(settled.outcome, settled.narrowed), [settled]);
  const form = useRef<HTMLFormElement>(null);
  const away = useAway(summary);
  // What was typed or ticked before scripts ran, or what the browser filled in again after a reload, React doesn't hear of.
  useEffect(() => {
    if (!form.current || ![...form.current.elements].some(isTouched)) return;
    const fields = [...new FormData(form.current)].map(([name, value]) => [
      name,
      typeof value === "string" ? value : "",
    ]);
    change(() => parseDecision(new URLSearchParams(fields)));
  }, [change]);
  const toggle = useCallback((slug: string) => setOpen((before) => (before === slug ? null : slug)), []);
  return (
    <form
      ref={form}
      action={routes.decide}
      // With scripts everything is computed already: Enter in a field must not load the page anew.
      onSubmit={(event) => event.preventDefault()}
      className="mt-8 grid items-start gap-x-12 gap-y-8 lg:grid-cols-[23rem_minmax(0,1fr)] lg:grid-rows-[auto_1fr]"
    >
      <div className="min-w-0 lg:col-start-2">
        <p role="status" className="sr-only">
          {saidAtRest}
        </p>
        <div ref={summary}>
          <OutcomeSummary outcome={outcome} said={said} settled={settled} change={change} />
        </div>
        <TakeAlong decision={settled.decision} outcome={settled.outcome} />
      </div>
      <div className="no-print space-y-8 lg:col-start-1 lg:row-span-2 lg:row-start-1">
        <ConstraintFields
          constraints={decision.constraints}
          frameworks={decision.frameworks}
          strict={decision.strict}
          narrowed={narrowed}
          vocabulary={vocabulary}
          change={change}
          day={day}
        />
        <WeightFields
          decision={decision}
          settled={settled}
          shares={outcome.shares}
          change={change}
          setWeight={setWeight}
          move={move}
          weightNow={weightNow}
        />
        <p className="no-script-only">
          <button type="submit" name="go" value="1" className="button button-strong">
            Show the ranking
          </button>
        </p>
      </div>
      <div className="min-w-0 lg:col-start-2">
        <Ranking
          outcome={outcome}
          scene={scene}
          ref={drawRanking}
          settled={settled.outcome}
          narrowed={narrowed}
          open={open}
          toggle={toggle}
        />
        <FlipChart outcome={settled.outcome} />
        <ExcludedList narrowed={settled.narrowed} decision={settled.decision} change={change} />
      </div>
      <p
        aria-hidden="true"
        data-away={away ? "" : undefined}
        className="no-print sticky bottom-0 z-10 -mx-4 border-t border-line-strong bg-panel px-4 py-2 text-sm lg:invisible lg:col-span-2 lg:data-[away]:visible"
      >
        {said}
      </p>
    </form>
  );
}

/** Whether a field with a name stands otherwise than the page brought it. */
function isTouched(field: Element): boolean {
  if (field instanceof HTMLSelectElement) {
    const brought = [...field.options].find(({ defaultSelected }) => defaultSelected) ?? field.options[0];
    return brought?.selected === false;
  }
  return (
    field instanceof HTMLInputElement &&
    field.name !== "" &&
    (field.value !== field.defaultValue || field.checked !== field.defaultChecked)
  );
}
