import { memo } from "react";
import { type Criterion, criteria } from "@/lib/claims/criteria";
import { flipsFor, type Outcome } from "@/lib/decide/decide";
import { type Flips, type Reign, reignsOf } from "@/lib/decide/flip-points";
import { flipWords } from "@/lib/decide/flip-words";
import type { DecideOption } from "@/lib/decide/option";
import { exactPercent } from "@/lib/decide/percent";

/** What would change the winner: per criterion who leads at each share, and where that changes, in words too. */
export const FlipChart = memo(function FlipChart({ outcome }: { outcome: Outcome }) {
  const ranked: readonly DecideOption[] = outcome.ranked.map(({ option }) => option);
  const [leader] = ranked;
  if (!leader || ranked.length < 2) return null;
  const allFlips = flipsFor(outcome);
  const rows = criteria.map((criterion, index) => ({
    criterion,
    share: outcome.shares[index] ?? 0,
    flips: allFlips[index] ?? { below: null, above: null },
    reigns: reignsOf(ranked, outcome.shares, index),
  }));
  const firm = rows.filter(({ flips }) => !flips.below && !flips.above);
  const nameOf = (index: number) => ranked[index]?.name ?? "";
  return (
    <section aria-labelledby="flips-title" className="mt-12">
      <h2 id="flips-title" className="text-3xl">
        What would change the winner
      </h2>
      <p className="mt-1 max-w-prose text-sm text-muted">
        {`Each line is one criterion from 0 to 100 % of the decision, the others keeping their proportions. Filled: ${leader.name} leads. The mark is the share it has now.`}
      </p>
      <ul className="mt-4">
        {rows
          .filter(({ flips }) => flips.below || flips.above)
          .map(({ criterion, share, flips, reigns }) => (
            <li key={criterion.id} className="border-t border-line py-3" data-criterion={criterion.id}>
              <p>{flipText(criterion, share, flips, leader.name, nameOf)}</p>
              <Reigns reigns={reigns} share={share} leader={0} nameOf={nameOf} />
            </li>
          ))}
      </ul>
      {firm.length > 0 && (
        <p className="border-t border-line py-3 text-muted">
          {`${firm.length === criteria.length ? "No" : "Of these no"} share of its own changes the winner: ${firm.map(({ criterion }) => criterion.name.toLowerCase()).join(", ")}.`}
        </p>
      )}
    </section>
  );
});

/** "Learning, now 12 %: under 4 % Gin would lead, over 60 % Flask." */
export function flipText(
  criterion: Criterion,
  share: number,
  { below, above }: Flips,
  leader: string,
  nameOf: (index: number) => string,
): string {
  const { now, said } = flipWords(share, {
    below: below && { at: below.at, name: nameOf(below.rival) },
    above: above && { at: above.at, name: nameOf(above.rival) },
  });
  return `${criterion.name}, now ${now}: ${said ?? `${leader} leads at any share`}.`;
}

function Reigns({
  reigns,
  share,
  leader,
  nameOf,
}: {
  reigns: readonly Reign[];
  share: number;
  leader: number;
  nameOf: (index: number) => string;
}) {
  return (
    <div aria-hidden="true" className="relative mt-2 flex h-6 gap-px overflow-hidden rounded-sm text-xs">
      {reigns.map(({ from, to, winner }) => (
        <span
          key={from}
          title={`${nameOf(winner)}: ${exactPercent(from)} to ${exactPercent(to)}`}
          style={{ width: `${(to - from) * 100}%` }}
          className={`drawn truncate px-1 leading-6 ${winner === leader ? "bg-ink text-paper" : "bg-sunken"}`}
        >
          {to - from > 0.06 && nameOf(winner)}
        </span>
      ))}
      <span className="drawn absolute inset-y-0 w-1 -translate-x-1/2 bg-accent" style={{ left: `${share * 100}%` }} />
    </div>
  );
}
