import { memo, useState } from "react";
import { levels } from "@/lib/claims/kinds";
import { type Constraints, noConstraints } from "@/lib/decide/constraints";
import type { Narrowed } from "@/lib/decide/decide";
import type { Decision } from "@/lib/decide/search-params";
import { features } from "@/lib/frameworks/features";

interface Value {
  id: string;
  name: string;
}

/** What can be chosen from: what the catalogue holds. */
export interface Vocabulary {
  frameworks: Value[];
  language: Value[];
  kind: Value[];
  licence: Value[];
}

type Change = (next: (before: Decision) => Decision, step?: "jump") => void;

/** Between which, and what is not negotiable. */
export const ConstraintFields = memo(function ConstraintFields({
  constraints,
  frameworks,
  strict,
  narrowed,
  vocabulary,
  change,
  day,
}: Pick<Decision, "constraints" | "frameworks" | "strict"> & {
  narrowed: Narrowed;
  vocabulary: Vocabulary;
  change: Change;
  day: string;
}) {
  const demand = (part: Partial<Constraints>) =>
    change((before) => ({ ...before, constraints: { ...before.constraints, ...part } }));
  const boxes = (key: "language" | "knows" | "kind" | "licence", legend: string, values: Value[]) => (
    <Boxes
      name={key}
      legend={legend}
      values={values}
      chosen={constraints[key]}
      onChange={(chosen) => demand({ [key]: chosen })}
    />
  );
  return (
    <section aria-labelledby="constraints-title">
      <h2 id="constraints-title" className="text-2xl">
        What must be
      </h2>
      <p className="mt-1 text-sm text-muted">
        <span>
          {narrowed.demands.length === 0
            ? "No constraint yet. Whatever fails one is excluded, with the reason."
            : `${narrowed.excluded.length} excluded, ${narrowed.allowed.length} left.`}
        </span>{" "}
        {narrowed.demands.length > 0 && (
          <button
            type="button"
            className="link script-only"
            onClick={() => change((before) => ({ ...before, constraints: noConstraints }), "jump")}
          >
            Drop all
          </button>
        )}
      </p>
      <div className="mt-3">
        <Boxes
          name="f"
          legend={`Between (${frameworks.length === 0 ? `all ${vocabulary.frameworks.length}` : frameworks.length})`}
          values={vocabulary.frameworks}
          chosen={frameworks}
          onChange={(chosen) => change((before) => ({ ...before, frameworks: chosen }))}
          note="None ticked: the whole catalogue."
        />
        {boxes("knows", "The team knows", vocabulary.language)}
        {boxes("language", "Written in", vocabulary.language)}
        {boxes("kind", "Kind", vocabulary.kind)}
        {boxes("licence", "Licence", vocabulary.licence)}
        <Boxes
          name="has"
          legend="Comes with"
          values={features.map(({ id, name }) => ({ id, name }))}
          chosen={constraints.has}
          onChange={(chosen) => demand({ has: features.flatMap(({ id }) => (chosen.includes(id) ? [id] : [])) })}
          note="All of what is ticked: built in, or an official package."
        />
        <div className="grid grid-cols-2 gap-3 border-t border-line py-2.5 text-sm">
          <label className="font-medium">
            Knowledge at most
            <select
              name="level"
              value={constraints.level ?? ""}
              onChange={(event) =>
                demand({ level: levels.find(({ id }) => id === event.currentTarget.value)?.id ?? null })
              }
              className="field mt-1 w-full font-normal"
            >
              <option value="">any</option>
              {levels.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </label>
          <label className="font-medium">
            Supported until
            <input
              type="date"
              name="until"
              min={day}
              value={constraints.until ?? ""}
              onChange={(event) => demand({ until: event.currentTarget.value || null })}
              className="field mt-1 w-full font-normal"
            />
          </label>
        </div>
        <Switch
          name="line"
          checked={constraints.oneLine}
          onChange={(oneLine) => demand({ oneLine })}
          text="One release line must last that long"
          note="Otherwise newer lines count too, where a published policy says that they follow."
        />
        <Switch
          name="closed"
          checked={constraints.closed}
          onChange={(closed) => demand({ closed })}
          text="Also what isn’t for new work"
          note="In maintenance or ended, as its makers say."
        />
        <Switch
          name="strict"
          checked={strict}
          onChange={(on) => change((before) => ({ ...before, strict: on }))}
          text="Unknown excludes too"
          note="Otherwise it stays in, marked with “?”."
        />
      </div>
    </section>
  );
});

function Switch({
  name,
  checked,
  onChange,
  text,
  note,
}: {
  name: string;
  checked: boolean;
  onChange: (on: boolean) => void;
  text: string;
  note: string;
}) {
  return (
    <label className="flex items-start gap-2 border-t border-line py-2.5 text-sm">
      <input
        type="checkbox"
        name={name}
        value="1"
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
        className="mt-1 size-4 shrink-0 accent-[var(--accent)]"
      />
      <span>
        <span>{text}</span>
        <span className="block text-muted">{note}</span>
      </span>
    </label>
  );
}

function Boxes({
  name,
  legend,
  values,
  chosen,
  onChange,
  note,
}: {
  name: string;
  legend: string;
  values: Value[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
  note?: string;
}) {
  const unknown = chosen.filter((id) => !values.some((value) => value.id === id));
  // Open from the start where something is chosen; after that it is the reader's.
  const [open, setOpen] = useState(name !== "f" && chosen.length > 0);
  return (
    <details
      className="border-t border-line py-2.5"
      open={open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary className="text-sm font-medium">
        <span>{legend}</span>
        {name !== "f" && chosen.length > 0 && <span className="count">{` ${chosen.length}`}</span>}
      </summary>
      <fieldset className="mt-2 grid grid-cols-2 gap-x-3 text-sm">
        <legend className="sr-only">{legend}</legend>
        {[...values, ...unknown.map((id) => ({ id, name: id }))].map((value) => (
          <label key={value.id} className="flex min-h-7 items-center gap-2">
            <input
              type="checkbox"
              name={name}
              value={value.id}
              checked={chosen.includes(value.id)}
              onChange={(event) =>
                onChange(event.target.checked ? [...chosen, value.id] : chosen.filter((id) => id !== value.id))
              }
              className="size-4 accent-[var(--accent)]"
            />
            <span>{value.name}</span>
          </label>
        ))}
      </fieldset>
      {note && <p className="mt-1 text-sm text-muted">{note}</p>}
    </details>
  );
}
