"use client";

import { useCallback, useMemo, useState, useSyncExternalStore } from "react";
import type { CatalogueRow } from "@/lib/frameworks/row";
import type { Search } from "@/lib/frameworks/search";
import { type CatalogueView, catalogueSearch, parseCatalogueView } from "@/lib/frameworks/search-params";
import { type ShownResult, shownOf } from "@/lib/frameworks/shown";
import { computeView } from "@/lib/frameworks/view";
import { routes } from "@/lib/site/routes";

const moved = "framewise:moved";

function subscribe(listener: () => void): () => void {
  window.addEventListener("popstate", listener);
  window.addEventListener(moved, listener);
  return () => {
    window.removeEventListener("popstate", listener);
    window.removeEventListener(moved, listener);
  };
}

interface Engine {
  rows: CatalogueRow[];
  search: Search | null;
}

/** What decides what is shown: the view without what is picked of it. */
function dataKey(view: CatalogueView): string {
  return catalogueSearch({ ...view, pick: [] });
}

/**
 * The catalogue's state. The URL holds it; this reads it, and computes the rows in the browser with the same functions
 * as the server did. The page brings only what it shows: the whole catalogue is fetched when somebody comes near the
 * filters, the text search when it is first needed.
 */
export function useCatalogue(initial: ShownResult, serverSearch: string) {
  const search = useSyncExternalStore(
    subscribe,
    () => window.location.search,
    () => serverSearch,
  );
  const view = useMemo(() => parseCatalogueView(new URLSearchParams(search)), [search]);
  const serverKey = useMemo(() => dataKey(parseCatalogueView(new URLSearchParams(serverSearch))), [serverSearch]);
  const [engine, setEngine] = useState<Engine | null>(null);
  // What was just asked for, while it is fetched: a box shows its tick at once.
  const [asked, setAsked] = useState<CatalogueView | null>(null);

  const prepare = useCallback(
    async (text: boolean): Promise<boolean> => {
      if (engine && (!text || engine.search)) return true;
      try {
        const [rows, module] = await Promise.all([
          engine?.rows ?? fetchRows(),
          text ? import("@/lib/frameworks/search") : null,
        ]);
        setEngine({ rows, search: module?.buildSearch(rows) ?? engine?.search ?? null });
        return true;
      } catch {
        return false;
      }
    },
    [engine],
  );

  const navigate = useCallback(
    async (next: CatalogueView, how: "push" | "replace" = "push") => {
      const address = `${routes.frameworks}${catalogueSearch(next)}`;
      setAsked(next);
      if (dataKey(next) !== serverKey && !(await prepare(next.q !== ""))) {
        // What the browser needs could not be had: the server can show the same page.
        window.location.assign(address);
        return;
      }
      if (how === "push") window.history.pushState(null, "", address);
      else window.history.replaceState(null, "", address);
      window.dispatchEvent(new Event(moved));
      setAsked(null);
    },
    [prepare, serverKey],
  );

  const key = dataKey(view);
  const ready = key === serverKey || (engine !== null && (view.q === "" || engine.search !== null));
  const result = useMemo(() => {
    if (key === serverKey || !ready || engine === null) return initial;
    return shownOf(computeView(engine.rows, view, engine.search), view, engine.rows);
  }, [engine, initial, key, ready, serverKey, view]);
  // After going back to an address whose data is not here yet (a reload, then back): ask for it.
  if (!ready && typeof window !== "undefined") void prepare(view.q !== "");

  return { view, asked: asked ?? view, result, navigate, prepare, busy: !ready || asked !== null };
}

async function fetchRows(): Promise<CatalogueRow[]> {
  const response = await fetch("/frameworks/index.json");
  if (!response.ok) throw new Error(`Index: ${response.status}`);
  return (await response.json()) as CatalogueRow[];
}
