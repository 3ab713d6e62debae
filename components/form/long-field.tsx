"use client";

import { use, useId } from "react";
import { FieldError } from "./field-error";
import { FormAnswer } from "./form-answer";

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
  const state = use(FormAnswer);
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
        <textarea {...shared} rows={lines} className="field mt-1 w-full" />
      )}
      <FieldError id={id} error={error} />
    </div>
  );
}
