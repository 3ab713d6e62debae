"use client";

import { type ReactNode, startTransition, useEffect, useEffectEvent, useRef, useState } from "react";
import { type Action, type FormState, onceField } from "@/lib/request/form-state";
import { forgetDrafts, newOnce, useDraft } from "./draft";
import { FormAnswer } from "./form-answer";
import { useAction } from "./use-action";
import { Way } from "./way";

/**
 * A form that works before scripts run, and better after: what was typed stays (passwords too), the first field that
 * doesn't fit gets the focus, and the answer is read out. Without an answer it says so beside the button, keeps what was
 * typed over a reload, and can be sent again.
 */
export function ActionForm({
  action,
  fields,
  submit,
  label,
  quiet = false,
  disabled = false,
  once = false,
  leaves = false,
  onDone,
  children,
}: {
  action: Action;
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
  onDone?: (answer: FormState) => void;
  children?: ReactNode;
}) {
  const form = useRef<HTMLFormElement>(null);
  const draft = useDraft(form);
  const [state, send, pending] = useAction(action, () => {
    draft.drop();
    if (leaves) forgetDrafts();
  });
  const [key] = useState(newOnce);
  const [kept, setKept] = useState(false);
  const failed = state.status === "failed" || state.status === "outdated";
  const message = useRef<HTMLDivElement>(null);
  const finish = useEffectEvent(() => onDone?.(state));
  const keep = useEffectEvent(() => draft.keep());
  useEffect(() => {
    if (state.attempt === 0) return;
    if (state.status === "failed" || state.status === "outdated") setKept(keep());
    const invalid = form.current?.querySelector<HTMLElement>("[aria-invalid=true], [data-invalid]");
    if (invalid) invalid.focus();
    else message.current?.focus();
    if (state.status === "done") {
      form.current?.reset();
      finish();
    }
  }, [state]);
  // Beside a small button it comes after, so that what is there stays where it is; so does what no answer came to.
  const after = quiet || failed;
  const answer = (
    <div
      ref={message}
      tabIndex={-1}
      role={failed || state.status === "refused" ? "alert" : "status"}
      className="outline-none"
    >
      {state.message && <Message state={state} kept={failed && kept} />}
      {!state.message && draft.restored && (
        <p className="notice my-3">
          What you typed here before is back.{" "}
          <button
            type="button"
            className="link"
            onClick={() => {
              form.current?.reset();
              draft.drop();
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
      action={send}
      noValidate
      onSubmit={(event) => {
        // React would empty the form after the action; what was typed must stay when it is refused.
        event.preventDefault();
        const data = new FormData(event.currentTarget);
        data.set(onceField, draft.sending());
        if (!pending) startTransition(() => send(data));
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
          aria-disabled={pending}
          disabled={disabled}
          aria-label={label}
          className={quiet ? "button" : "button button-strong mt-5"}
        >
          {pending ? "One moment …" : submit}
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
    </p>
  );
}
