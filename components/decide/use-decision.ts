"use client";

import { startTransition, useCallback, useEffect, useInsertionEffect, useMemo, useRef, useState } from "react";
import { flushSync } from "react-dom";
import type { CriterionId } from "@/lib/claims/criteria";
import { type Narrowed, narrow, type Outcome, outcomeOf } from "@/lib/decide/decide";
import type { DecideOption } from "@/lib/decide/option";
import { type Decision, decideSearch, parseDecision } from "@/lib/decide/search-params";
import { routes } from "@/lib/site/routes";

/** Browsers allow about 200 changes of the address in 30 seconds: it follows when the hand rests. */
const rest = 250;

const addressOf = (decision: Decision) => `${routes.decide}${decideSearch(decision)}`;

/** What is on the page, and the outcome of all that was changed, which may be ahead of it. */
export interface Scene {
  narrowed: Narrowed;
  shown: Outcome;
  now: Outcome;
}

/**
 * A decision as it is being made. Everything is computed here, from what the page brought along: nothing is fetched.
 * The address follows, so that it can be copied, kept and shared at any time.
 * @param draw draws what a move of a slider changes at once, and says whether it could: React comes to it when it can
 */
export function useDecision(options: readonly DecideOption[], initial: Decision, draw: (scene: Scene) => boolean) {
  const [decision, setDecision] = useState(initial);
  /** With what React hasn't come to yet. */
  const latest = useRef(initial);
  const touched = useRef(false);
  const jumps = useRef<string[]>([]);
  const rendered = useRef(initial);
  const take = useCallback((after: Decision) => {
    // React isn't behind then: where it never came to a move, the slider would stay where the hand left it.
    if (rendered.current !== latest.current) flushSync(() => setDecision(latest.current));
    latest.current = after;
    setDecision(after);
  }, []);
  const change = useCallback(
    (next: (before: Decision) => Decision, step: "move" | "jump" = "move") => {
      touched.current = true;
      const before = latest.current;
      const after = next(before);
      take(after);
      // What changes much at one press can be taken back with the browser's button.
      if (step === "jump") jumps.current = [addressOf(before), addressOf(after)];
    },
    [take],
  );
  useEffect(() => {
    const [from, to] = jumps.current;
    if (!from || !to) return;
    jumps.current = [];
    window.history.replaceState(null, "", from);
    window.history.pushState(null, "", to);
  });

  useEffect(() => {
    if (!touched.current) return undefined;
    const follow = () => window.history.replaceState(null, "", addressOf(decision));
    const timer = setTimeout(follow, rest);
    return () => clearTimeout(timer);
  }, [decision]);
  useEffect(() => {
    const back = () => take(parseDecision(new URLSearchParams(window.location.search)));
    window.addEventListener("popstate", back);
    return () => window.removeEventListener("popstate", back);
  }, [take]);

  const { frameworks, constraints, strict, weights, own } = decision;
  const narrowed = useMemo(
    () => narrow({ frameworks, constraints, strict, own }, options),
    [frameworks, constraints, strict, own, options],
  );
  const outcome = useMemo(() => outcomeOf(weights, narrowed.allowed), [weights, narrowed]);

  const scene = useRef<Scene>({ narrowed, shown: outcome, now: outcome });
  // Before anything in this picture is drawn further.
  useInsertionEffect(() => {
    rendered.current = decision;
    scene.current = { narrowed, shown: outcome, now: decision === latest.current ? outcome : scene.current.now };
  }, [decision, narrowed, outcome]);
  const move = useCallback(
    (id: CriterionId, value: number) => {
      touched.current = true;
      const after = { ...latest.current, weights: { ...latest.current.weights, [id]: value } };
      latest.current = after;
      scene.current.now = outcomeOf(after.weights, scene.current.narrowed.allowed);
      if (draw(scene.current)) startTransition(() => setDecision(after));
      else setDecision(after);
    },
    [draw],
  );
  const weightNow = useCallback((id: CriterionId) => latest.current.weights[id], []);
  return { decision, change, move, weightNow, narrowed, outcome, scene };
}
