import { shortName } from "@/lib/claims/sources-said";
import type { AssertionView } from "@/lib/claims/view";
import { routes } from "@/lib/site/routes";

/** `2020 ✓ · 2024 ✕ · docs 2026 ✓`: who says so and who disputes it, at a glance. Several places of one source are one chip. */
export function SourceChips({ assertions, anchor }: { assertions: AssertionView[]; anchor?: string }) {
  const chips = new Map<string, { assertion: AssertionView; count: number }>();
  for (const assertion of assertions) {
    const key = `${assertion.source.slug} ${assertion.stance}`;
    chips.set(key, { assertion, count: (chips.get(key)?.count ?? 0) + 1 });
  }
  const sorted = [...chips].sort(([, a], [, b]) => a.assertion.source.date.localeCompare(b.assertion.source.date));
  return (
    <ul className="flex flex-wrap gap-1">
      {sorted.map(([key, { assertion, count }]) => {
        const { source, stance } = assertion;
        const supports = stance === "supports";
        return (
          <li key={key}>
            <a
              href={`${routes.source(source.slug)}${anchor ? `#${anchor}` : ""}`}
              className={`chip ${supports ? "" : "border-disputed text-disputed"}`}
              title={`${source.title}, ${source.publisher}, ${source.date}: ${stance} this`}
            >
              {shortName(source)}
              <span aria-hidden="true">{supports ? "✓" : "✕"}</span>
              <span className="sr-only">{stance} this</span>
              {count > 1 && <span className="text-muted">×{count}</span>}
            </a>
          </li>
        );
      })}
    </ul>
  );
}
