"use client";

import { useEffect, useRef, useState } from "react";
import { SearchField } from "./search-field";

const stored = "palette-slash";

/** Whether a key that is pressed there is typed into something. */
const isTyped = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches("input, textarea, select"));

/** One field to go anywhere from: by its button, by Ctrl-K or Cmd-K, and by "/" unless that was turned off. */
export function Palette({ id }: { id: string }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [slash, setSlash] = useState(true);
  useEffect(() => {
    try {
      setSlash(localStorage.getItem(stored) !== "off");
    } catch {
      // Storage is blocked: the choice then lasts for this page only.
    }
  }, []);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const chord =
        (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === "k";
      const plain = event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey;
      if (!chord && !(plain && slash && !isTyped(event.target))) return;
      // Another dialog that is open comes first.
      if (!dialog.current?.open && document.querySelector("dialog[open]")) return;
      event.preventDefault();
      if (dialog.current?.open) dialog.current.close();
      else dialog.current?.showModal();
    };
    const onClick = (event: MouseEvent) => {
      const opens = event.target instanceof Element && event.target.closest(`[commandfor="${id}"]`);
      if (opens && !dialog.current?.open) dialog.current?.showModal();
      // Beside the dialog: what is pressed then is the dialog itself.
      if (event.target === dialog.current) dialog.current?.close();
    };
    window.addEventListener("keydown", onKey);
    window.addEventListener("click", onClick);
    return () => {
      window.removeEventListener("keydown", onKey);
      window.removeEventListener("click", onClick);
    };
  }, [slash, id]);
  const change = (on: boolean) => {
    setSlash(on);
    try {
      if (on) localStorage.removeItem(stored);
      else localStorage.setItem(stored, "off");
    } catch {
      // As above.
    }
  };
  return (
    <dialog
      ref={dialog}
      id={id}
      aria-label="Find and go"
      className="mx-auto mt-[8vh] w-[min(40rem,calc(100vw-1.5rem))] rounded-md border border-line-strong bg-panel p-0 text-ink shadow-2xl backdrop:bg-black/50"
    >
      <div className="p-3">
        <SearchField id={`${id}-q`} inDialog />
        <div className="mt-2 flex flex-wrap items-center justify-end gap-x-4 gap-y-1 border-t border-line pt-2 text-sm text-muted">
          <label className="mr-auto hidden min-h-8 items-center gap-2 md:flex">
            <input
              type="checkbox"
              checked={slash}
              onChange={(event) => change(event.target.checked)}
              className="size-4 accent-[var(--accent)]"
            />
            <span>
              “/” opens this, as <kbd>Ctrl</kbd> <kbd>K</kbd> does
            </span>
          </label>
          <button type="button" onClick={() => dialog.current?.close()} className="button">
            Close
          </button>
        </div>
      </div>
    </dialog>
  );
}
