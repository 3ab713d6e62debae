"use client";

import { startTransition, useEffect, useLayoutEffect, useRef, useState } from "react";
import { useAction } from "../form/use-action";
import { give, isNowhere, standing } from "./go-on";
import { closeToast, type Toast, toast, useToast } from "./toast-store";

/** Milliseconds that it stays while nobody is at it. */
const stay = 20_000;

/**
 * Where it is said what was done: a polite region that is always there, so that readers hear what comes into it. It takes
 * no focus, and stays while a pointer or the focus is in it. What leaves with the focus gives it back to where that was
 * when it came.
 */
export function Toasts() {
  const shown = useToast();
  const [held, setHeld] = useState(false);
  const region = useRef<HTMLElement>(null);
  const from = useRef<Element | null>(null);
  const before = useRef<Element | null>(null);
  /** Whether the focus is in it, and came by keyboard. */
  const within = useRef<{ scrolls: boolean } | null>(null);
  const id = shown?.id;
  useEffect(() => {
    if (id === undefined || held) return undefined;
    const timer = setTimeout(() => closeToast(id), stay);
    return () => clearTimeout(timer);
  }, [id, held]);
  const close = () => {
    if (id === undefined) return;
    closeToast(id);
    setHeld(false);
  };
  useLayoutEffect(() => {
    if (region.current?.contains(document.activeElement)) return;
    if (within.current && isNowhere()) {
      const to = standing(from.current) ?? standing(before.current) ?? document.querySelector<HTMLElement>("main h1");
      if (to) give(to, within.current.scrolls);
      setHeld(false);
    } else if (id !== undefined) from.current = document.activeElement;
    within.current = null;
  }, [id]);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape is a shorter way to “Close”
    <section
      ref={region}
      aria-label="What was done"
      className={`no-print fixed inset-x-0 bottom-0 z-40 mx-auto flex w-fit max-w-full justify-center p-3 ${shown ? "" : "pointer-events-none"}`}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) before.current = event.relatedTarget;
        within.current = { scrolls: event.target.matches(":focus-visible") };
        setHeld(true);
      }}
      onBlur={() => {
        within.current = null;
        setHeld(false);
      }}
      onKeyDown={(event) => event.key === "Escape" && close()}
    >
      <div
        className={
          shown
            ? "toast flex flex-wrap items-center gap-x-4 gap-y-2 rounded border border-ink bg-ink px-4 py-2.5 text-paper shadow-lg"
            : ""
        }
      >
        <p role="status">{shown?.toast.text}</p>
        {shown && <Ways key={shown.id} said={shown.toast} close={close} />}
      </div>
    </section>
  );
}

const plain = "min-h-8 underline underline-offset-4";

function Ways({ said: { ways, undo }, close }: { said: Toast; close: () => void }) {
  return (
    <div className="flex flex-wrap items-center gap-x-4 text-sm font-medium">
      {ways?.map(({ href, text }) => (
        <a key={href} href={href} className={`${plain} inline-flex items-center`}>
          {text}
        </a>
      ))}
      {undo && <Undo undo={undo} />}
      <button type="button" onClick={close} aria-label="Close" className="min-h-8 min-w-8">
        <span aria-hidden="true">✕</span>
      </button>
    </div>
  );
}

function Undo({ undo }: { undo: NonNullable<Toast["undo"]> }) {
  const [state, send, pending] = useAction(
    undo.action,
    (answer) => {
      if (answer) undo.done?.(answer);
      toast({ text: "Undone." });
    },
    undo.write,
  );
  useEffect(() => {
    if (state.message && state.status !== "done")
      toast({ text: state.message, ...(state.way && { ways: [state.way] }) });
  }, [state]);
  return (
    <button
      type="button"
      aria-disabled={pending}
      aria-label={undo.label}
      className={plain}
      onClick={() => {
        if (pending) return;
        const data = new FormData();
        for (const [name, value] of Object.entries(undo.fields())) data.set(name, value);
        startTransition(() => send(data));
      }}
    >
      Undo
    </button>
  );
}
