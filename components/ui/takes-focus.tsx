"use client";

import { type ComponentProps, useEffect, useRef } from "react";

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
  useEffect(() => {
    if (shown.current === at) return;
    shown.current = at;
    if (document.activeElement === document.body) box.current?.focus();
  }, [at]);
  return <div {...props} ref={box} tabIndex={-1} />;
}
