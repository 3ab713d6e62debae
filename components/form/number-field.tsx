"use client";

import { use, useId } from "react";
import { FieldError } from "./field-error";
import { FieldLabel } from "./field-label";
import { FormAnswer } from "./form-answer";

/** A number of a few digits. */
export function NumberField({
  name,
  label,
  hint,
  value,
}: {
  name: string;
  label: string;
  hint?: string;
  value: string;
}) {
  const id = useId();
  const state = use(FormAnswer);
  const error = state.errors[name];
  return (
    <div className="mt-5">
      <FieldLabel of={id} label={label} hint={hint} needed={false} />
      <input
        id={id}
        name={name}
        defaultValue={state.values[name] ?? value}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${id}-error` : undefined}
        inputMode="numeric"
        className="field mt-1 w-24"
      />
      <FieldError id={id} error={error} />
    </div>
  );
}
