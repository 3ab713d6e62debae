"use client";

import { routes } from "@/lib/site/routes";
import { useSaved } from "../site/viewer-store";

/** The way to what is saved, with how much it is. The count has its room before it is known, so that nothing moves. */
export function ShortlistLink() {
  const { length } = useSaved();
  return (
    <a
      href={routes.shortlist}
      className="button px-2 sm:px-2.5"
      aria-label={length > 0 ? `Shortlist, ${length} saved` : "Shortlist"}
    >
      <svg viewBox="0 0 16 16" className="size-4 fill-none stroke-current" strokeWidth="1.5" aria-hidden="true">
        <path d="M3.5 2h9v12L8 10.5 3.5 14z" className={length > 0 ? "fill-current" : undefined} />
      </svg>
      <span className="hidden xl:inline">Shortlist</span>
      <span className="count min-w-[2ch] text-right text-ink">{length > 0 ? length : ""}</span>
    </a>
  );
}
