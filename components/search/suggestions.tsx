"use client";

import { type RefObject, useEffect, useId, useState } from "react";
import { queryOf } from "@/lib/search/schema";
import { routes } from "@/lib/site/routes";
import { Logo } from "../frameworks/logo";
import { useSuggestions } from "./use-suggestions";

export interface SuggestionsProps {
  field: RefObject<HTMLInputElement | null>;
  /** In a dialog the list is always there, and Escape is the dialog's. */
  inDialog: boolean;
}

/**
 * Makes a text field a combobox with a list of suggestions (the ARIA pattern with list autocompletion and manual
 * selection): the focus stays in the field, arrows move through the list, Enter goes to the chosen one or else searches.
 */
export function Suggestions({ field, inDialog }: SuggestionsProps) {
  const list = useId();
  const [text, setText] = useState(field.current?.value ?? "");
  const [open, setOpen] = useState(true);
  const [active, setActive] = useState(-1);
  const found = useSuggestions(text);
  const query = queryOf(text);
  const groups = (found?.groups ?? []).map(({ name, finds }) => ({ name, finds: [...finds] }));
  if (query)
    groups.push({
      name: "Everything",
      finds: [{ id: "all", title: `Search for “${query}”`, note: "", href: routes.searchFor(query) }],
    });
  const options = groups.flatMap(({ finds }) => finds);
  const shown = open && found !== null && options.length > 0 && (inDialog || query !== "");
  const chosen = shown ? options[active] : undefined;
  const idOf = (id: string) => `${list}-${id}`;

  useEffect(() => {
    const input = field.current;
    if (!input) return undefined;
    const attributes = {
      role: "combobox",
      "aria-autocomplete": "list",
      "aria-haspopup": "listbox",
      "aria-controls": list,
      "aria-expanded": String(shown),
    };
    for (const [name, value] of Object.entries(attributes)) input.setAttribute(name, value);
    if (chosen) input.setAttribute("aria-activedescendant", idOf(chosen.id));
    else input.removeAttribute("aria-activedescendant");
    if (chosen) document.getElementById(idOf(chosen.id))?.scrollIntoView({ block: "nearest" });

    const onInput = () => {
      setText(input.value);
      setOpen(true);
      setActive(-1);
    };
    const onBlur = () => inDialog || setOpen(false);
    const onKey = (event: KeyboardEvent) => {
      // What is being composed (Japanese, Chinese, Korean) has arrows and Enter of its own.
      if (event.isComposing || event.ctrlKey || event.metaKey) return;
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        setOpen(true);
        if (!shown) return;
        // One place before the first stands for the field itself.
        const places = options.length + 1;
        setActive(((active + 1 + (event.key === "ArrowDown" ? 1 : places - 1)) % places) - 1);
      } else if (event.key === "Enter" && chosen) {
        event.preventDefault();
        window.location.assign(chosen.href);
      } else if (event.key === "Escape" && shown && !inDialog) {
        event.preventDefault();
        setOpen(false);
        setActive(-1);
      }
    };
    const onPress = (event: Event) => event.preventDefault();
    const onClick = (event: Event) => {
      const href = (event.target as Element).closest<HTMLElement>("[data-href]")?.dataset.href;
      if (href) window.location.assign(href);
    };
    const box = document.getElementById(list);
    // Pressing in the list must not take the focus from the field.
    box?.addEventListener("mousedown", onPress);
    box?.addEventListener("click", onClick);
    input.addEventListener("input", onInput);
    input.addEventListener("blur", onBlur);
    input.addEventListener("keydown", onKey);
    return () => {
      box?.removeEventListener("mousedown", onPress);
      box?.removeEventListener("click", onClick);
      input.removeEventListener("input", onInput);
      input.removeEventListener("blur", onBlur);
      input.removeEventListener("keydown", onKey);
    };
  });
  // Once it listens: what was typed since it was rendered.
  useEffect(() => {
    if (field.current) setText(field.current.value);
  }, [field]);

  const count = found && query && found.query === query ? options.length - 1 : null;
  return (
    <>
      <div role="status" className="sr-only">
        {count === null ? "" : count === 0 ? "Nothing found." : `${count} suggestions.`}
      </div>
      <div
        id={list}
        role="listbox"
        aria-label="Suggestions"
        hidden={!shown}
        tabIndex={-1}
        className={
          inDialog
            ? "mt-2 max-h-[min(60vh,30rem)] overflow-y-auto"
            : "absolute right-0 z-40 mt-1 max-h-[70vh] w-[30rem] max-w-[calc(100vw-2rem)] overflow-y-auto rounded border border-line-strong bg-panel p-1 shadow-lg"
        }
      >
        {groups.map(({ name, finds }) => (
          <div key={name} role="group" aria-label={name}>
            <div aria-hidden="true" className="eyebrow px-2 pb-0.5 pt-2">
              {name}
            </div>
            {finds.map((find) => (
              <div
                key={find.id}
                id={idOf(find.id)}
                role="option"
                aria-selected={find === chosen}
                tabIndex={-1}
                data-href={find.href}
                className={`flex min-h-10 cursor-pointer items-center gap-2.5 rounded-[3px] px-2 py-1 leading-tight hover:bg-sunken ${find === chosen ? "bg-accent-soft outline-2 -outline-offset-2 outline-accent" : ""}`}
              >
                {find.icon !== undefined && <Logo icon={find.icon} name={find.title} size={18} />}
                <span className="min-w-0">
                  <bdi className="line-clamp-2">{find.title}</bdi>
                  {find.note && <bdi className="block truncate text-sm text-muted">{find.note}</bdi>}
                </span>
              </div>
            ))}
          </div>
        ))}
      </div>
    </>
  );
}
