"use client";

import { use, useId, useState } from "react";
import { FieldError } from "./field-error";
import { FormAnswer } from "./form-answer";

interface TextFieldProps {
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
export function TextField({
  name,
  label,
  hint,
  type = "text",
  autoComplete,
  defaultValue = "",
  optional,
  readOnly,
}: TextFieldProps) {
  const id = useId();
  const state = use(FormAnswer);
  const [visible, setVisible] = useState(false);
  const error = state.errors[name];
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <div className="mt-4">
      <label htmlFor={id} className="block text-sm font-medium">
        <span>{label}</span>
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
          autoCapitalize={type === "text" ? undefined : "none"}
          spellCheck={type === "text" ? undefined : false}
          dir={type === "text" ? "auto" : undefined}
          readOnly={readOnly}
          defaultValue={state.values[name] ?? defaultValue}
          required={!optional}
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
