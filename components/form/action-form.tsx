"use client";

import { type ReactNode, startTransition, useEffect, useEffectEvent, useRef, useState } from "react";
import { type Action, type FormState, onceField } from "@/lib/request/form-state";
import type { WriteName } from "@/lib/writes/writes";
import { type Toast, toast } from "../site/toast-store";
import { refreshViewer } from "../site/viewer-store";
import { forgetDrafts, newOnce, useDraft } from "./draft";
import { FormAnswer } from "./form-answer";
import { LinkToCopy } from "./link-to-copy";
import { useAction } from "./use-action";
import { useScripted } from "./use-scripted";
import { Way } from "./way";

/**
 * A form that works before scripts run, and better after: what was typed stays (passwords too), the first field that
 * doesn't fit gets the focus, and the answer is read out. Without an answer it says so beside the button, keeps what was
 * typed over a reload, and can be sent again.
 */
export function ActionForm({
  id,
  action,
  write,
  fields,
  submit,
  label,
  quiet = false,
  disabled = false,
  once = false,
  leaves = false,
  toastOf,
  children,
}: {
  /** Where fields outside of it belong to it. */
  id?: string;
  action: Action;
  /** The address that does the same, for scripts. */
  write?: WriteName;
  /** Values that go along unseen. */
  fields?: Record<string, string>;
  submit: ReactNode;
  /** What the button does, where its text alone doesn't say. */
  label?: string;
  quiet?: boolean;
  disabled?: boolean;
  /** Makes something: sent twice by a browser without scripts, it must be made once. Not on pages from the cache. */
  once?: boolean;
  /** Ends what this person does here: nothing that was typed stays in this tab. */
  leaves?: boolean;
  /** Takes in what was done and says it at the foot of the window, where scripts run: nothing beside the button moves. */
  toastOf?: (answer: FormState) => Toast;
  children?: ReactNode;
}) {
  const form = useRef<HTMLFormElement>(null);
  const draft = useDraft(form);
  const [state, send, pending] = useAction(
    action,
    (answer) => {
      draft.drop();
      if (leaves) forgetDrafts();
      if (answer && toastOf) toast(toastOf(answer));
      // What the header shows of the person may be another now.
      if (!answer?.data) void refreshViewer();
    },
    write,
  );
  const scripted = useScripted();
  const [key] = useState(newOnce);
  const [kept, setKept] = useState(false);
  const failed = state.status === "failed" || state.status === "outdated";
  const message = useRef<HTMLDivElement>(null);
  const inToast = toastOf !== undefined && scripted;
  const keep = useEffectEvent(() => draft.keep());
  useEffect(() => {
    if (state.attempt === 0) return;
    if (state.status === "failed" || state.status === "outdated") setKept(keep());
    const invalid = form.current?.querySelector<HTMLElement>("[aria-invalid=true], [data-invalid]");
    if (invalid) invalid.focus();
    else if (state.status !== "done" || !inToast) message.current?.focus();
    if (state.status === "done") form.current?.reset();
  }, [state, inToast]);
  // Beside a small button it comes after, so that what is there stays where it is; so does what no answer came to, and
  // what comes by itself when the page is there already.
  const after = quiet || failed || (state.message === null && draft.restored);
  const answer = (
    <div
      ref={message}
      tabIndex={-1}
      role={failed || state.status === "refused" ? "alert" : "status"}
      className="outline-none"
    >
      {state.message && !(inToast && state.status === "done") && <Message state={state} kept={failed && kept} />}
      {!state.message && draft.restored && (
        <p className="notice my-3">
          What you typed here before is back.{" "}
          <button
            type="button"
            className="link"
            onClick={() => {
              form.current?.reset();
              draft.drop();
              form.current?.querySelector<HTMLElement>("input:not([type=hidden]), select, textarea")?.focus();
            }}
          >
            Discard it
          </button>
        </p>
      )}
    </div>
  );
  return (
    <form
      ref={form}
      id={id}
      action={send}
      noValidate
      onSubmit={(event) => {
        // React would empty the form after the action; what was typed must stay when it is refused.
        event.preventDefault();
        const data = new FormData(event.currentTarget);
        data.set(onceField, draft.sending());
        if (!pending && !disabled) startTransition(() => send(data));
      }}
      onInput={draft.typed}
    >
      <FormAnswer value={state}>
        {Object.entries(fields ?? {}).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {once && <input type="hidden" name={onceField} defaultValue={key} suppressHydrationWarning />}
        {!after && answer}
        <div className="contents">{children}</div>
        <button
          type="submit"
          // What is disabled can't keep the focus: with scripts it only says so.
          aria-disabled={pending || disabled}
          disabled={disabled && !scripted}
          aria-label={label}
          className={quiet ? "button aria-disabled:opacity-60" : "button button-strong mt-5"}
        >
          {pending && !quiet ? "One moment …" : submit}
        </button>
        {after && answer}
      </FormAnswer>
    </form>
  );
}

function Message({ state, kept }: { state: FormState; kept: boolean }) {
  return (
    <p className={`notice my-3 ${state.status === "done" ? "notice-done" : "notice-refused"}`}>
      <span>{`${state.message}${kept ? " What you typed is kept, passwords aside." : ""}`}</span> <Way state={state} />
      {state.link && <LinkToCopy link={state.link} />}
    </p>
  );
}
