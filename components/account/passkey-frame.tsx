"use client";

import { type ReactNode, startTransition, useEffect, useRef } from "react";
import type { FormState } from "@/lib/request/form-state";
import { FormAnswer } from "../form/form-answer";
import { useScripted } from "../form/use-scripted";
import { Way } from "../form/way";

/** A form whose answer is the browser's to give, by a passkey. */
export function PasskeyFrame({
  onSend,
  state,
  problem,
  pending,
  submit,
  children,
}: {
  onSend: (data: FormData) => void;
  /** What the site said last. */
  state: FormState;
  /** What the browser said, where it gave no passkey. */
  problem: string | null;
  pending: boolean;
  submit: string;
  children?: ReactNode;
}) {
  const form = useRef<HTMLFormElement>(null);
  const message = useRef<HTMLDivElement>(null);
  const scripted = useScripted();
  // With scripts, what is done goes on by itself; without, that needs a word.
  const said = problem ?? (state.status === "done" && scripted ? null : state.message);
  useEffect(() => {
    if (state.attempt === 0 && !problem) return;
    const invalid = form.current?.querySelector<HTMLElement>("[aria-invalid=true]");
    if (invalid) invalid.focus();
    else if (said) message.current?.focus();
  }, [state, problem, said]);
  return (
    <form
      ref={form}
      action={onSend}
      noValidate
      onSubmit={(event) => {
        // React would empty the form after the action.
        event.preventDefault();
        const data = new FormData(event.currentTarget);
        if (!pending) startTransition(() => onSend(data));
      }}
    >
      <FormAnswer value={state}>
        <div ref={message} tabIndex={-1} role="alert" className="outline-none">
          {said && (
            <p className="notice notice-refused my-3">
              <span>{said}</span> {!problem && <Way state={state} />}
            </p>
          )}
        </div>
        <div className="contents">{children}</div>
        <p className="no-script-only notice my-3">
          A passkey needs scripts, and they don’t run here. A code does without.
        </p>
        <button type="submit" aria-disabled={pending} className="button button-strong script-only mt-5">
          {pending ? "One moment …" : submit}
        </button>
      </FormAnswer>
    </form>
  );
}
