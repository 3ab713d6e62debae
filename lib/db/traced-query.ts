import { AsyncResource } from "node:async_hooks";
import type pg from "pg";
import { traced } from "../trace/traced.mjs";

type Query = (...args: unknown[]) => unknown;
type Callback = (error: unknown, result: unknown) => void;

/** The driver's `query`, measured: as a part of whatever asks, and never with the values. */
export function tracedQuery(query: Query): pg.Client["query"] {
  return ((...args: unknown[]) => {
    const text = textOf(args[0]);
    if (text === null) return query(...args);
    const measured = {
      name: summaryOf(text),
      kind: "client" as const,
      attributes: {
        "db.system.name": "postgresql",
        "db.operation.name": operationOf(text),
        "db.query.text": withoutValues(text),
      },
    };
    const at = args.findLastIndex((arg) => typeof arg === "function");
    if (at < 0) return traced(measured, async () => query(...args));
    // The pool's way: it goes on in the callback, which belongs to whoever asked.
    const callback = AsyncResource.bind(args[at] as Callback);
    const asked = traced(
      measured,
      () =>
        new Promise((resolve, reject) => {
          const done: Callback = (error, result) => {
            if (error) reject(error);
            else resolve(null);
            callback(error, result);
          };
          query(...args.with(at, done));
        }),
    );
    asked.catch(() => {});
    return undefined;
  }) as pg.Client["query"];
}

/** A statement's text; null for what is no plain statement, such as a stream. */
function textOf(statement: unknown): string | null {
  if (typeof statement === "string") return statement;
  if (typeof statement !== "object" || statement === null || "submit" in statement) return null;
  const { text } = statement as { text?: unknown };
  return typeof text === "string" ? text : null;
}

const operationOf = (text: string) => /^\s*(?:--.*\n\s*)*([a-z]+)/i.exec(text)?.[1]?.toUpperCase() ?? "SQL";

const table = String.raw`\s+(?:"?public"?\.)?"?([a-z_]+)`;
const writing = new RegExp(String.raw`\b(?:(INSERT)\s+INTO|(DELETE)\s+FROM|(?<!\b(?:FOR|DO)\s+)(UPDATE))${table}`, "i");
const reading = new RegExp(String.raw`\bFROM${table}`, "i");

/** What is done, and to which table first: what is written, where anything is. */
export function summaryOf(text: string): string {
  const [, ...written] = writing.exec(text) ?? [];
  if (written.length > 0) return written.filter(Boolean).join(" ");
  return [operationOf(text), reading.exec(text)?.[1]].filter(Boolean).join(" ");
}

/** Values are given beside the text; should one stand in it all the same, it isn't told. */
const withoutValues = (text: string) =>
  text
    .replaceAll(/(\$\w*\$)[\s\S]*?\1|'(?:[^']|'')*'/g, "?")
    .replaceAll(/(?<![\w$.])\d+(?:\.\d+)?/g, "?")
    .slice(0, 2_000);
