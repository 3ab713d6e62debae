import { useSyncExternalStore } from "react";
import type { Action, FormState } from "@/lib/request/form-state";
import type { WriteName } from "@/lib/writes/writes";

type Way = { href: string; text: string };

interface Undo {
  action: Action;
  /** The address that does the same, for scripts. */
  write?: WriteName;
  /** Asked for when it is pressed. */
  fields: () => Record<string, string>;
  /** What taking it back is called, where "Undo" alone doesn't say. */
  label: string;
  done?: (answer: FormState) => void;
}

/** What was done just now, in a sentence, with the ways to see it and to take it back. */
export interface Toast {
  text: string;
  ways?: Way[];
  undo?: Undo;
}

/** A way back by an action: `Toasts` calls it by `useAction`. */
export const undoWith = (action: Action, undo: Omit<Undo, "action">): Undo => ({ action, ...undo });

let shown: { id: number; toast: Toast } | null = null;
let last = 0;
const listeners = new Set<() => void>();

function show(next: typeof shown): void {
  shown = next;
  for (const listener of listeners) listener();
}

/** Says it at the foot of the window, in place of what was said before. Nothing on the page moves. */
export function toast(said: Toast): void {
  last += 1;
  show({ id: last, toast: said });
}

/** Takes away what is said, unless something else is said by now. */
export function closeToast(id: number): void {
  if (shown?.id === id) show(null);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useToast = () =>
  useSyncExternalStore(
    subscribe,
    () => shown,
    () => null,
  );
