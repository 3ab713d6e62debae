"use client";

import { use, useId } from "react";
import { FieldError } from "./field-error";
import { FieldLabel } from "./field-label";
import { FormAnswer } from "./form-answer";

/** A text of several lines. */
export function LongTextField({
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
  const state = use(FormAnswer);
  const error = state.errors[name];
  return (
    <div className="mt-5">
      <FieldLabel of={id} label={label} hint={hint} needed={needed} />
      <textarea
        id={id}
        name={name}
        defaultValue={state.values[name] ?? value}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${id}-error` : undefined}
        rows={lines}
        dir="auto"
        className="field mt-1 w-full"
      />
      <FieldError id={id} error={error} />
    </div>
  );
}
