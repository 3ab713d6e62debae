import type { Route } from "next";
import { RedirectType, redirect, unstable_isUnrecognizedActionError, unstable_rethrow } from "next/navigation";
import { useActionState, useEffect, useMemo, useRef } from "react";
import { type Action, type FormState, isAnswer, typed, untouched } from "@/lib/request/form-state";
import type { WriteName } from "@/lib/writes/writes";

/**
 * The one way to call an action in the browser; a test fails on any other. What a request can come to without an answer
 * of ours (no connection, a proxy's error page, an action that this build doesn't have) React would throw into the page,
 * in place of it and of all that was typed. Here it becomes a state with a sentence, like a refusal.
 * @param onDone called with the answer when the action has done what it was asked for; with null when it leads to
 *   another page
 * @param write the address that does the same as the action, for a fraction of its cost (lib/writes): scripts send there
 */
export function useAction(action: Action, onDone?: (answer: FormState | null) => void, write?: WriteName) {
  const done = useRef(onDone);
  useEffect(() => {
    done.current = onDone;
  });
  const call = useMemo(
    // On the server React needs the action itself: a form that is sent before scripts run goes straight to it.
    () =>
      typeof window === "undefined"
        ? action
        : (previous: FormState, data: FormData) =>
            ask(write ? writing(write, action) : action, previous, data, (answer) => done.current?.(answer)),
    [action, write],
  );
  return useActionState(call, untouched);
}

async function ask(
  action: Action,
  previous: FormState,
  data: FormData,
  done: (answer: FormState | null) => void,
): Promise<FormState> {
  let status: FormState["status"] = "failed";
  let message = navigator.onLine ? unanswered : offline;
  try {
    const answer: unknown = await action(previous, data);
    if (isAnswer(answer)) {
      if (answer.status === "done") done(answer);
      return answer;
    }
  } catch (error) {
    try {
      unstable_rethrow(error);
    } catch (leading) {
      // Where the action leads to is thrown, too: that is its success.
      done(null);
      throw leading;
    }
    if (unstable_isUnrecognizedActionError(error)) [status, message] = ["outdated", outdated];
    // Words of our server (lib/server/typed.mjs), such as that a text is too long for it.
    else if (error instanceof Error && error.message.startsWith(ours)) message = error.message.slice(ours.length);
  }
  const fields = [...data].flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : []));
  return {
    ...untouched,
    status,
    message,
    values: typed(Object.fromEntries(fields) as Record<string, string>),
    attempt: previous.attempt + 1,
  };
}

/** Sends a form to a write's address. Where that isn't there, as at an older instance, the action does it. */
const writing =
  (write: WriteName, action: Action): Action =>
  async (previous, data) => {
    const body = new URLSearchParams();
    for (const [name, value] of data) if (typeof value === "string" && !name.startsWith("$")) body.append(name, value);
    const response = await fetch(`/writes/${write}`, { method: "POST", body });
    const text = await response.text();
    const isAnswered = response.headers.get("content-type")?.includes("json") === true;
    if (response.status === 404 && !isAnswered) return action(previous, data);
    if (text.startsWith(ours)) throw new Error(text);
    const answer = JSON.parse(text) as FormState | { to: Route };
    if ("to" in answer) redirect(answer.to, RedirectType.push);
    return { ...answer, attempt: previous.attempt + 1 };
  };

const ours = "Framewise: ";
const outdated =
  "This site was updated after you opened this page, so nothing was done. Reload the page, then try again.";
const unanswered = "No answer came from the site, so try again: if the first try arrived, it isn’t done twice.";
const offline =
  "This browser is offline. Try again when it is connected: if the first try arrived, it isn’t done twice.";
