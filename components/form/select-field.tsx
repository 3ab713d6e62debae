"use client";

import { use, useId } from "react";
import { FieldError } from "./field-error";
import { FormAnswer } from "./form-answer";

/** One of many. Small where there are many such fields; then its name says what it is of. */
export function SelectField({
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
  const state = use(FormAnswer);
  const error = state.errors[name];
  const chosen = state.values[name] ?? value;
  return (
    <div className={small ? "" : "mt-5"}>
      <label htmlFor={id} className={`block text-sm ${small ? "" : "font-medium"}`}>
        <span>{label}</span>
        {of && <span className="sr-only">{`, ${of}`}</span>}
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
