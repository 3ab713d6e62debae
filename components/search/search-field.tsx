"use client";

import { type ComponentType, useEffect, useRef, useState } from "react";
import { longestQuery } from "@/lib/search/schema";
import { routes } from "@/lib/site/routes";
import type { SuggestionsProps } from "./suggestions";

/**
 * A field that finds things: a plain form that works by itself. What it offers while somebody types is fetched when it is
 * first used, and the field goes on working where that can't be had.
 */
export function SearchField({ id, inDialog = false }: { id: string; inDialog?: boolean }) {
  const input = useRef<HTMLInputElement>(null);
  const [Suggestions, setSuggestions] = useState<ComponentType<SuggestionsProps> | null>(null);
  const load = () => {
    if (Suggestions) return;
    import("./suggestions").then(
      (module) => setSuggestions(() => module.Suggestions),
      () => {},
    );
  };
  // It may have been reached before this ran.
  useEffect(() => {
    if (document.activeElement === input.current) load();
  });
  return (
    <form
      action={routes.search}
      role="search"
      aria-label={inDialog ? "Anything" : "From any page"}
      className="relative"
    >
      <label htmlFor={id} className="sr-only">
        {inDialog ? "Find anything, or a page to go to" : "Find a framework, feature or claim"}
      </label>
      <input
        ref={input}
        id={id}
        name="q"
        type="text"
        dir="auto"
        enterKeyHint="search"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={longestQuery}
        placeholder={inDialog ? "Name, feature, claim, page …" : "Find"}
        className={`field w-full ${inDialog ? "min-h-12 text-lg" : "pr-16"}`}
        onFocus={load}
      />
      <input type="hidden" name="go" value="1" />
      {Suggestions && <Suggestions field={input} inDialog={inDialog} />}
    </form>
  );
}
