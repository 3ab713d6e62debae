"use client";

import { useState } from "react";

/** Takes the comparison elsewhere: as Markdown into the clipboard (a plain link without scripts), or onto paper. */
export function Handover({ markdown }: { markdown: string }) {
  const [said, setSaid] = useState("");
  const copy = async () => {
    try {
      const response = await fetch(markdown);
      if (!response.ok) throw new Error(String(response.status));
      await navigator.clipboard.writeText(await response.text());
      setSaid("Copied");
    } catch {
      window.location.assign(markdown);
    }
  };
  return (
    <span className="flex items-center gap-2 sm:ml-auto">
      <a
        href={markdown}
        className="chip min-h-8 px-2.5"
        onClick={(event) => {
          if (event.metaKey || event.ctrlKey || event.shiftKey) return;
          event.preventDefault();
          void copy();
        }}
      >
        Copy as Markdown
      </a>
      <button type="button" className="chip min-h-8 px-2.5" onClick={() => window.print()}>
        Print
      </button>
      <span role="status" className="text-muted">
        {said}
      </span>
    </span>
  );
}
