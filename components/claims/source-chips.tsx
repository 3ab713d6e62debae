import { shortName } from "@/lib/claims/sources-said";
import type { AssertionView } from "@/lib/claims/view";
import { routes } from "@/lib/site/routes";

/** `2020 ✓ · 2024 ✕ · docs 2026 ✓`: who says so and who disputes it, at a glance. Several places of one source are one chip. */
export function SourceChips({
  assertions,
  anchor,
  titled = true,
}: {
  assertions: AssertionView[];
  anchor?: string;
  /** Whether each says the source's whole title to who points at it: long, where there are hundreds. */
  titled?: boolean;
}) {
  const chips = new Map<string, { assertion: AssertionView; count: number }>();
  for (const assertion of assertions) {
    const key = `${assertion.source.slug} ${assertion.stance}`;
    chips.set(key, { assertion, count: (chips.get(key)?.count ?? 0) + 1 });
  }
  const sorted = [...chips].sort(([, a], [, b]) => a.assertion.source.date.localeCompare(b.assertion.source.date));
  return (
    <ul className="chips">
      {sorted.map(([key, { assertion, count }]) => {
        const { source, stance } = assertion;
        return (
          <li key={key}>
            <a
              href={`${routes.source(source.slug)}${anchor ? `#${anchor}` : ""}`}
              className={stance}
              title={titled ? `${source.title}, ${source.publisher}, ${source.date}: ${stance} this` : undefined}
            >
              {shortName(source)}
              <i>{`${stance} this`}</i>
              {count > 1 && <span className="text-muted">{`×${count}`}</span>}
            </a>
          </li>
        );
      })}
    </ul>
  );
}
