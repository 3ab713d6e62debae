import "server-only";
import { refresh } from "next/cache";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import type { z } from "zod";
import type { Action } from "../request/form-state.ts";
import { outcomeOf } from "../request/outcome.ts";
import { type Access, answerTo, type Definition, type Fields } from "./perform.ts";

/** An action: a form that comes through Next, with or without scripts. It never throws, except to redirect. */
export function defineAction<Schema extends z.ZodType, A extends Access>(definition: Definition<Schema, A>): Action {
  return async (previous, data) => {
    const outcome = outcomeOf((await headers()).get("x-framewise-request"));
    outcome.begun = true;
    const answer = await answerTo(definition, formOf(data), attemptOf(previous) + 1);
    if ("to" in answer) redirect(answer.to);
    const { state, status, retryAfter } = answer;
    if (state.status === "refused") {
      outcome.status = status;
      if (retryAfter !== undefined) outcome.retryAfter = retryAfter;
      // What the page says of itself must be true at once; where an island takes the answer in, it is.
    } else if (!state.data) refresh();
    return state;
  };
}

/**
 * The fields of a form: texts only, the first of each name. Null for anything that is no form; what a request makes of
 * an argument may throw at the slightest touch.
 */
function formOf(data: unknown): Fields | null {
  try {
    if (!(data instanceof FormData)) return null;
    const fields = new Map<string, string>();
    for (const [name, value] of data) if (typeof value === "string" && !fields.has(name)) fields.set(name, value);
    return Object.fromEntries(fields);
  } catch {
    return null;
  }
}

/** How often this form was sent before. The previous state comes from the browser: it may be anything. */
function attemptOf(previous: unknown): number {
  try {
    const attempt = (previous as { attempt?: unknown } | null | undefined)?.attempt;
    return typeof attempt === "number" && Number.isSafeInteger(attempt) ? attempt : 0;
  } catch {
    return 0;
  }
}
