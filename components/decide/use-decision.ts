"use client";

import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { narrow, outcomeOf } from "@/lib/decide/decide";
import type { DecideOption } from "@/lib/decide/option";
import { type Decision, decideSearch, parseDecision } from "@/lib/decide/search-params";
import { routes } from "@/lib/site/routes";

/** Browsers allow about 200 changes of the address in 30 seconds: it follows when the hand rests. */
const rest = 250;

const addressOf = (decision: Decision) => `${routes.decide}${decideSearch(decision)}`;

/**
 * A decision as it is being made. Everything is computed here, from what the page brought along: nothing is fetched.
 * The address follows, so that it can be copied, kept and shared at any time.
 */
export function useDecision(options: readonly DecideOption[], initial: Decision) {
  const [decision, setDecision] = useState(initial);
  const touched = useRef(false);
  const jumps = useRef<string[]>([]);
  const change = useCallback((next: (before: Decision) => Decision, step: "move" | "jump" = "move") => {
    touched.current = true;
    setDecision((before) => {
      const after = next(before);
      // What changes much at one press can be taken back with the browser's button.
      if (step === "jump") jumps.current = [addressOf(before), addressOf(after)];
      return after;
    });
  }, []);
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
    const back = () => setDecision(parseDecision(new URLSearchParams(window.location.search)));
    window.addEventListener("popstate", back);
    return () => window.removeEventListener("popstate", back);
  }, []);

  const { frameworks, constraints, strict, weights, own } = decision;
  const narrowed = useMemo(
    () => narrow({ frameworks, constraints, strict, own }, options),
    [frameworks, constraints, strict, own, options],
  );
  const outcome = useMemo(() => outcomeOf(weights, narrowed.allowed), [weights, narrowed]);
  return { decision, change, narrowed, outcome };
}
