import { routes } from "@/lib/site/routes";
import { Palette } from "./palette";
import { SearchField } from "./search-field";

const palette = "palette";
/** By the browser itself, before any script runs; where it doesn't know this, the palette hears the click. */
const opens = { command: "show-modal", commandfor: palette };

function Glass() {
  return (
    <svg
      width="18"
      height="18"
      viewBox="0 0 18 18"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      aria-hidden="true"
    >
      <circle cx="7.5" cy="7.5" r="5.2" />
      <path d="m11.5 11.5 4.5 4.5" />
    </svg>
  );
}

/** The header's search: a field where there is room, a button where there isn't, and the palette that keys open. */
export function HeaderSearch() {
  return (
    <div className="ml-auto">
      <div className="relative hidden w-56 lg:block">
        <SearchField id="site-search" />
        <kbd
          aria-hidden="true"
          className="script-only pointer-events-none absolute right-2 top-2 rounded border border-line px-1 font-mono text-[11px] leading-4 text-muted"
        >
          Ctrl K
        </kbd>
      </div>
      <div className="lg:hidden">
        <button
          type="button"
          {...opens}
          aria-label="Find"
          aria-keyshortcuts="Control+K Meta+K"
          className="button script-only"
        >
          <Glass />
        </button>
        <a href={routes.search} aria-label="Find" className="button no-script-only">
          <Glass />
        </a>
      </div>
      <Palette id={palette} />
    </div>
  );
}
