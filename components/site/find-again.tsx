"use client";

import { useEffect, useState } from "react";
import { routes } from "@/lib/site/routes";

/** A search that starts from what the address seems to ask for. */
export function FindAgain() {
  const [guess, setGuess] = useState("");
  useEffect(() => {
    const last = /([^/]+)\/?$/.exec(window.location.pathname)?.[1] ?? "";
    if (/^[\w.-]{2,60}$/.test(last)) setGuess(last.replace(/-vs-.*/, "").replaceAll(/[-_]/g, " "));
  }, []);
  return (
    <form action={routes.search} className="mt-4 flex gap-2">
      <label htmlFor="find-again" className="sr-only">
        Find a framework
      </label>
      <input
        id="find-again"
        name="q"
        type="search"
        key={guess}
        defaultValue={guess}
        maxLength={100}
        className="field min-w-0 flex-1"
      />
      <button type="submit" className="button button-strong">
        Search
      </button>
    </form>
  );
}
