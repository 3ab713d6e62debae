import { startTransition, useEffect, useState } from "react";

/** Milliseconds without a change after which a hand is taken to rest. */
const rest = 150;

/**
 * A value as it was when the hand last rested: for what is read rather than watched while a slider moves.
 * @param after milliseconds of rest
 */
export function useSettled<T>(value: T, after = rest): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    if (settled === value) return undefined;
    const timer = setTimeout(() => startTransition(() => setSettled(value)), after);
    return () => clearTimeout(timer);
  }, [value, settled, after]);
  return settled;
}
