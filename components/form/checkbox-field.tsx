"use client";

import { use, useId } from "react";
import { FieldError } from "./field-error";
import { FormAnswer } from "./form-answer";

/** One box to tick. */
export function CheckboxField({
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
  const state = use(FormAnswer);
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
        <span>{label}</span>
      </label>
      <FieldError id={id} error={error} />
    </div>
  );
}
