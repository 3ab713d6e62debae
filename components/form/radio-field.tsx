"use client";

import { use, useId } from "react";
import { FieldError } from "./field-error";
import { FormAnswer } from "./form-answer";

/** One of several, as radio buttons. */
export function RadioField({
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
  const state = use(FormAnswer);
  const error = state.errors[name];
  const chosen = state.values[name] ?? value;
  return (
    <fieldset className="mt-5">
      <legend className="text-sm font-medium">
        <span>{legend}</span> {hint && <span className="font-normal text-muted">{hint}</span>}
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
            <span>{option.text}</span>
          </label>
        ))}
      </div>
      <FieldError id={id} error={error} />
    </fieldset>
  );
}
