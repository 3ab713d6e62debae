import type { ReactNode } from "react";

/** A part of a page, as browsers know it: which page, under which name, and a stamp that changes with what it shows. */
export interface PartOf {
  page: string;
  name: string;
  stamp: string;
}

/** Milliseconds for which a part is held: from the rendering of the page's data to that of its HTML. */
const held = 60_000;

interface Held {
  children: ReactNode;
  at: number;
}

// Next runs server components and the HTML of client components as two programs: this is where they meet.
const shared = globalThis as { framewiseParts?: Map<string, Held> };
const parts = (shared.framewiseParts ??= new Map());

const keyOf = ({ page, name, stamp }: PartOf) => `${page} ${name} ${stamp}`;

/** Holds what a part shows, out of the page's data. */
export function hold(part: PartOf, children: ReactNode): void {
  for (const [key, { at }] of parts) {
    if (Date.now() - at < held) break;
    parts.delete(key);
  }
  const key = keyOf(part);
  // Behind those that are older.
  parts.delete(key);
  parts.set(key, { children, at: Date.now() });
}

/** What a part shows, while its page becomes HTML. */
export function heldOf(part: PartOf): ReactNode {
  const found = parts.get(keyOf(part));
  if (!found) throw new Error(`The part ${keyOf(part)} isn't held any more`);
  return found.children;
}
