"use client";

import { type ComponentProps, useLayoutEffect, useRef } from "react";

/**
 * What takes the focus where it would fall to the page's beginning, because what had it went away.
 * @param at what it shows: the focus comes when this changes
 * @param arrival whether it comes when it first shows too
 */
export function TakesFocus({
  at,
  arrival = false,
  ...props
}: ComponentProps<"div"> & { at: number | string; arrival?: boolean }) {
  const box = useRef<HTMLDivElement>(null);
  const shown = useRef(arrival ? null : at);
  useLayoutEffect(() => {
    if (shown.current === at) return;
    shown.current = at;
    // After the same button of another entry, which is better (site/focus-keeper.tsx).
    queueMicrotask(() => {
      if (document.activeElement === document.body) box.current?.focus();
    });
  }, [at]);
  return <div {...props} ref={box} tabIndex={-1} />;
}
