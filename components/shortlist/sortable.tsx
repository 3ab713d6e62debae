"use client";

import { type DragEvent, type ReactNode, startTransition, useRef } from "react";
import type { Action } from "@/lib/request/form-state";
import { useAction } from "../form/use-action";
import { Way } from "../form/way";

/**
 * A list whose entries can be dragged to another place. The buttons on each entry do the same, for keyboard and touch,
 * so nothing depends on dragging.
 */
export function Sortable({ list, action, children }: { list: string; action: Action; children: ReactNode }) {
  const [state, send, pending] = useAction(action);
  const dragged = useRef<string | null>(null);
  const entryAt = (event: DragEvent) => (event.target as HTMLElement).closest<HTMLElement>("[data-slug]");
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the buttons do the same */}
      <ul
        aria-busy={pending}
        className="ledger mt-6"
        onDragStart={(event) => {
          dragged.current = entryAt(event)?.dataset.slug ?? null;
          event.dataTransfer.effectAllowed = "move";
        }}
        onDragOver={(event) => {
          if (dragged.current) event.preventDefault();
        }}
        onDrop={(event) => {
          const before = entryAt(event)?.dataset.slug;
          const framework = dragged.current;
          dragged.current = null;
          if (!before || !framework || before === framework) return;
          event.preventDefault();
          const data = new FormData();
          for (const [name, value] of Object.entries({ list, framework, to: "before", before })) data.set(name, value);
          startTransition(() => send(data));
        }}
      >
        {children}
      </ul>
      <p role="status" className="text-sm text-refused">
        <span>{state.status !== "done" && state.message}</span> <Way state={state} />
      </p>
    </>
  );
}
