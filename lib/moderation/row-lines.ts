import type { Line } from "./kind.ts";

/** Where and when a row was read, and what qualifies it. */
export interface Read {
  source: string | null;
  asOf: string | null;
  note: string | null;
}

/** A corrected row beside what it replaces: its value, and where and when it was read. What neither says is left out. */
export function rowLines<Row extends Read>(
  name: string,
  textOf: (row: Row) => string,
  before: Row | null,
  after: Row,
): Line[] {
  const parts: [label: string, of: (row: Row) => string | null][] = [
    ["Source", ({ source }) => source],
    ["As of", ({ asOf }) => asOf],
    ["Note", ({ note }) => note],
  ];
  return [
    { label: name, was: before && textOf(before), now: textOf(after) },
    ...parts.flatMap(([label, of]) => {
      const [was, now] = [before && of(before), of(after)];
      return was || now ? [{ label, was: before && (was ?? "none"), now: now ?? "none" }] : [];
    }),
  ];
}
