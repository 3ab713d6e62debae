import { memo } from "react";
import type { Excluded, Narrowed } from "@/lib/decide/decide";
import { type Decision, decideSearch } from "@/lib/decide/search-params";
import { routes } from "@/lib/site/routes";
import { FrameworkLinks } from "../frameworks/framework-links";

/** How many are listed before the rest is folded away. */
const few = 8;

type Change = (next: (before: Decision) => Decision, step?: "jump") => void;

/** What the constraints took out, and why; first what is one of them away. */
export const ExcludedList = memo(function ExcludedList({
  narrowed,
  decision,
  change,
}: {
  narrowed: Narrowed;
  decision: Decision;
  change: Change;
}) {
  const near = narrowed.excluded.filter(({ because }) => because.length === 1);
  const far = narrowed.excluded.filter(({ because }) => because.length > 1);
  if (narrowed.excluded.length === 0) return <Blank narrowed={narrowed} />;
  return (
    <section aria-labelledby="excluded-title" className="mt-12">
      <h2 id="excluded-title" className="text-3xl">
        Excluded
      </h2>
      {near.length > 0 && (
        <>
          <h3 className="eyebrow mt-4">{`One constraint away (${near.length})`}</h3>
          <List excluded={near.slice(0, few)} decision={decision} change={change} />
          {near.length > few && (
            <details className="mt-2">
              <summary className="text-sm text-muted">{`${near.length - few} more`}</summary>
              <List excluded={near.slice(few)} decision={decision} change={change} />
            </details>
          )}
        </>
      )}
      {far.length > 0 && (
        <details className="mt-4" open={near.length === 0}>
          <summary className="eyebrow">{`More than one (${far.length})`}</summary>
          <List excluded={far} />
        </details>
      )}
      <Blank narrowed={narrowed} />
    </section>
  );
});

/** Those that would be ranked by scores of nothing but the middle. */
function Blank({ narrowed: { blank } }: { narrowed: Narrowed }) {
  if (blank.length === 0) return null;
  const them = blank.length === 1 ? "it" : "them";
  return (
    <p className="mt-6 max-w-prose text-sm text-muted">
      <span>{`Left out, because nothing is known of ${them} yet: `}</span>
      <FrameworkLinks frameworks={blank} />
      <span>{`. Choose ${them} by name to weigh ${them} all the same.`}</span>
    </p>
  );
}

function List({ excluded, decision, change }: { excluded: Excluded[]; decision?: Decision; change?: Change }) {
  return (
    <ul className="ledger mt-2">
      {excluded.map(({ option, because }) => {
        const [only] = because;
        const without = (before: Decision): Decision => ({
          ...before,
          constraints: only ? only.demand.without(before.constraints) : before.constraints,
        });
        return (
          <li key={option.slug} className="flex flex-wrap justify-between gap-x-4 py-1.5">
            <span>
              <a href={routes.framework(option.slug)} className="font-medium hover:text-accent">
                {option.name}
              </a>{" "}
              <span className="text-muted">{`excluded because ${because.map(({ why }) => why).join("; ")}`}</span>
            </span>
            {decision && change && only && (
              <a
                href={`${routes.decide}${decideSearch(without(decision))}`}
                className="link text-sm"
                onClick={(event) => {
                  event.preventDefault();
                  change(without, "jump");
                }}
              >
                {`Drop “${only.demand.text}”`}
              </a>
            )}
          </li>
        );
      })}
    </ul>
  );
}
