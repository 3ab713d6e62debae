"use client";

import {
  createContext,
  type ReactNode,
  startTransition,
  use,
  useEffect,
  useEffectEvent,
  useId,
  useMemo,
  useRef,
  useState,
} from "react";
import { type Action, type FormState, onceField, untouched } from "@/lib/request/form-state";
import { forgetDrafts, newOnce, useDraft } from "../site/draft";
import { useAction } from "../site/use-action";
import { Way } from "../site/way";

interface Shown {
  state: FormState;
  pending: boolean;
}

const Context = createContext<Shown>({ state: untouched, pending: false });

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
  onDone?: () => void;
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
  const shown = useMemo(() => ({ state, pending }), [state, pending]);
  const finish = useEffectEvent(() => onDone?.());
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
      {state.message && (
        <Message state={state}>{failed && kept && "What you typed is kept, passwords aside. "}</Message>
      )}
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
      <Context value={shown}>
        {Object.entries(fields ?? {}).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {once && <input type="hidden" name={onceField} defaultValue={key} suppressHydrationWarning />}
        {!after && answer}
        {children}
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
      </Context>
    </form>
  );
}

function Message({ state, children }: { state: FormState; children: ReactNode }) {
  return (
    <p className={`notice my-3 ${state.status === "done" ? "notice-done" : "notice-refused"}`}>
      {state.message} {children}
      <Way state={state} />
    </p>
  );
}

interface FieldProps {
  name: string;
  label: string;
  hint?: string;
  type?: "text" | "email" | "password";
  autoComplete?: string;
  defaultValue?: string;
  optional?: boolean;
  /** Only shown: for the reader, and for password managers, which keep it as the user name. */
  readOnly?: boolean;
}

/** A field with its label, its hint and what is wrong with it. */
export function Field({
  name,
  label,
  hint,
  type = "text",
  autoComplete,
  defaultValue = "",
  optional,
  readOnly,
}: FieldProps) {
  const id = useId();
  const { state } = use(Context);
  const [visible, setVisible] = useState(false);
  const error = state.errors[name];
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <div className="mt-4">
      <label htmlFor={id} className="block text-sm font-medium">
        {label}
        {optional && <span className="font-normal text-muted"> (optional)</span>}
      </label>
      {hint && (
        <p id={`${id}-hint`} className="mt-0.5 text-sm text-muted">
          {hint}
        </p>
      )}
      <div className="mt-1 flex gap-2">
        <input
          id={id}
          name={name}
          type={type === "password" && visible ? "text" : type}
          autoComplete={autoComplete}
          dir={type === "text" ? "auto" : undefined}
          autoCapitalize={type === "text" ? undefined : "none"}
          spellCheck={type === "text" ? undefined : false}
          defaultValue={state.values[name] ?? defaultValue}
          required={!optional}
          readOnly={readOnly}
          aria-invalid={error ? true : undefined}
          aria-describedby={described || undefined}
          className="field w-full min-w-0"
        />
        {type === "password" && (
          <button
            type="button"
            className="button script-only shrink-0"
            aria-pressed={visible}
            aria-label="Show what is typed"
            onClick={() => setVisible(!visible)}
          >
            {visible ? "Hide" : "Show"}
          </button>
        )}
      </div>
      <FieldError id={id} error={error} />
    </div>
  );
}

/** What is wrong with a field; the field refers to it. */
function FieldError({ id, error }: { id: string; error: string | undefined }) {
  if (!error) return null;
  return (
    <p id={`${id}-error`} className="mt-1 text-sm text-disputed">
      <span aria-hidden="true">✕ </span>
      {error}
    </p>
  );
}

/** One of several, as radio buttons. */
export function Choice({
  name,
  legend,
  hint,
  options,
  value,
}: {
  name: string;
  legend: string;
  hint?: string;
  options: { value: string; text: string }[];
  value?: string | undefined;
}) {
  const id = useId();
  const { state } = use(Context);
  const error = state.errors[name];
  const chosen = state.values[name] ?? value;
  return (
    <fieldset className="mt-5">
      <legend className="text-sm font-medium">
        {legend} {hint && <span className="font-normal text-muted">{hint}</span>}
      </legend>
      <div className="mt-1 flex flex-wrap gap-x-4 gap-y-1">
        {options.map((option) => (
          <label key={option.value} className="flex min-h-8 items-center gap-1.5">
            <input
              type="radio"
              name={name}
              value={option.value}
              defaultChecked={chosen === option.value}
              data-invalid={error ? "" : undefined}
              aria-describedby={error ? `${id}-error` : undefined}
              className="size-4 accent-[var(--accent)]"
            />
            {option.text}
          </label>
        ))}
      </div>
      <FieldError id={id} error={error} />
    </fieldset>
  );
}

/** A number, or a text of several lines. */
export function LongField({
  name,
  label,
  hint,
  lines,
  value,
  needed = false,
}: {
  name: string;
  label: string;
  hint?: string;
  lines: number;
  value: string;
  needed?: boolean;
}) {
  const id = useId();
  const { state } = use(Context);
  const error = state.errors[name];
  const shared = {
    id,
    name,
    defaultValue: state.values[name] ?? value,
    "aria-invalid": error ? true : undefined,
    "aria-describedby": error ? `${id}-error` : undefined,
  };
  return (
    <div className="mt-5">
      <label htmlFor={id} className="block text-sm font-medium">
        {label}
        {!needed && <span className="font-normal text-muted"> (optional)</span>}
        {hint && <span className="block font-normal text-muted">{hint}</span>}
      </label>
      {lines === 1 ? (
        <input {...shared} inputMode="numeric" className="field mt-1 w-24" />
      ) : (
        <textarea {...shared} rows={lines} dir="auto" className="field mt-1 w-full" />
      )}
      <FieldError id={id} error={error} />
    </div>
  );
}

/** One box to tick. */
export function Tick({
  name,
  value,
  label,
  checked = false,
}: {
  name: string;
  value: string;
  label: string;
  checked?: boolean;
}) {
  const id = useId();
  const { state } = use(Context);
  const error = state.errors[name];
  const ticked = state.attempt === 0 ? checked : state.values[name] === value;
  return (
    <div className="mb-2">
      <label className="flex min-h-8 items-center gap-2">
        <input
          type="checkbox"
          name={name}
          value={value}
          key={String(ticked)}
          defaultChecked={ticked}
          data-invalid={error ? "" : undefined}
          aria-describedby={error ? `${id}-error` : undefined}
          className="size-4 shrink-0 accent-[var(--accent)]"
        />
        {label}
      </label>
      <FieldError id={id} error={error} />
    </div>
  );
}

/** One of many. Small where there are many such fields; then its name says what it is of. */
export function Select({
  name,
  label,
  of,
  options,
  value = "",
  small = false,
}: {
  name: string;
  label: string;
  of?: string;
  options: { value: string; text: string }[];
  value?: string;
  small?: boolean;
}) {
  const id = useId();
  const { state } = use(Context);
  const error = state.errors[name];
  const chosen = state.values[name] ?? value;
  return (
    <div className={small ? "" : "mt-5"}>
      <label htmlFor={id} className={`block text-sm ${small ? "" : "font-medium"}`}>
        {label}
        {of && <span className="sr-only">, {of}</span>}
      </label>
      <select
        id={id}
        name={name}
        key={chosen}
        defaultValue={chosen}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${id}-error` : undefined}
        className={`field w-full ${small ? "mt-0.5 min-h-8 py-0.5 text-sm" : "mt-1"}`}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </select>
      <FieldError id={id} error={error} />
    </div>
  );
}
