"use client";

import { useEffect, useRef } from "react";
import { attributeOf, columns, groupable, sortable } from "@/lib/frameworks/attributes";
import { type CatalogueView, maxQuery } from "@/lib/frameworks/search-params";

type Navigate = (view: CatalogueView, how?: "push" | "replace") => void;

const typingPause = 180;

/** Search, order, groups and columns. */
export function CatalogueToolbar({ view, navigate }: { view: CatalogueView; navigate: Navigate }) {
  const input = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  // Back, forward and a cleared filter change the text from outside; never while it is being typed.
  useEffect(() => {
    if (input.current && document.activeElement !== input.current) input.current.value = view.q;
  }, [view.q]);
  const typed = (text: string) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => navigate({ ...view, q: text.trim(), page: 1 }, "replace"), typingPause);
  };
  const sortBy = (place: number, value: string) => {
    const rest = view.sort.filter((_, index) => index !== place);
    const added = value ? [{ id: value.replace(/^-/, ""), desc: value.startsWith("-") }] : [];
    const sort =
      place === 0 ? [...added, ...rest.filter((item) => item.id !== added[0]?.id)] : [...rest.slice(0, 1), ...added];
    navigate({ ...view, sort, page: 1 });
  };
  return (
    <div className="flex flex-wrap items-end gap-x-4 gap-y-3">
      <div className="min-w-52 flex-1">
        <label htmlFor="catalogue-q" className="block text-sm text-muted">
          Search
        </label>
        <input
          ref={input}
          id="catalogue-q"
          name="q"
          type="search"
          defaultValue={view.q}
          maxLength={maxQuery}
          placeholder="ror, dotnet, spring, type-safe …"
          className="field w-full"
          onChange={(event) => typed(event.target.value)}
        />
      </div>
      {[0, 1].map((place) => (
        <SortSelect key={place} place={place} view={view} onChange={(value) => sortBy(place, value)} />
      ))}
      <label className="block text-sm text-muted">
        Group by
        <select
          name="group"
          className="field block"
          value={view.group ?? ""}
          onChange={(event) => navigate({ ...view, group: event.target.value || null })}
        >
          <option value="">nothing</option>
          {groupable.map((id) => (
            <option key={id} value={id}>
              {attributeOf(id)?.name.toLowerCase()}
            </option>
          ))}
        </select>
      </label>
      <ColumnPicker view={view} navigate={navigate} />
      <button type="submit" className="button no-script-only">
        Apply
      </button>
    </div>
  );
}

function SortSelect({
  place,
  view,
  onChange,
}: {
  place: number;
  view: CatalogueView;
  onChange: (value: string) => void;
}) {
  const now = view.sort[place];
  // Nothing to add to yet.
  if (place > 0 && !view.sort[0]) return null;
  return (
    <label className="block text-sm text-muted">
      <span>{place === 0 ? "Sort by" : "then by"}</span>
      <select
        name="sort"
        className="field block max-w-40"
        value={now ? `${now.desc ? "-" : ""}${now.id}` : ""}
        onChange={(event) => onChange(event.target.value)}
      >
        <option value="">{place > 0 ? "name" : view.q ? "best match" : "use"}</option>
        {sortable.flatMap((attribute) => [
          <option key={attribute.id} value={attribute.id}>
            {`${attribute.name} ↑`}
          </option>,
          <option key={`-${attribute.id}`} value={`-${attribute.id}`}>
            {`${attribute.name} ↓`}
          </option>,
        ])}
      </select>
    </label>
  );
}

function ColumnPicker({ view, navigate }: { view: CatalogueView; navigate: Navigate }) {
  return (
    <details className="relative hidden sm:block">
      <summary className="button list-none">Columns</summary>
      <fieldset className="absolute right-0 z-20 mt-1 columns max-h-96 w-64 overflow-y-auto rounded border border-line-strong bg-panel p-3 text-sm shadow-lg">
        <legend className="sr-only">Columns of the table</legend>
        {columns.map(({ id, name, help }) => (
          <label key={id} title={help}>
            <input
              type="checkbox"
              name="cols"
              value={id}
              checked={view.columns.includes(id)}
              disabled={id === "name"}
              onChange={(event) => {
                const chosen = columns
                  .map((column) => column.id)
                  .filter((other) => (other === id ? event.target.checked : view.columns.includes(other)));
                navigate({ ...view, columns: chosen }, "replace");
              }}
            />
            <span>{name}</span>
          </label>
        ))}
      </fieldset>
    </details>
  );
}
