import { criteria } from "@/lib/claims/criteria";
import { both } from "@/lib/decide/constraints";
import type { Field, Outcome } from "@/lib/decide/decide";
import type { DecideOption } from "@/lib/decide/option";
import { percent } from "@/lib/decide/percent";
import { sameWeights } from "@/lib/decide/presets";
import { givenOf, weightsFrom } from "@/lib/decide/questions";
import { highest, middle, neededOnMissing, type Ranked } from "@/lib/decide/ranking";
import { type Decision, decideSearch } from "@/lib/decide/search-params";
import { routes } from "@/lib/site/routes";
import { Logo } from "../frameworks/logo";

type One = Ranked<DecideOption>;

const names = (ranked: readonly One[], most = 4) => {
  const shown = ranked.slice(0, most).map((one) => one.option.name);
  return both.format(ranked.length > most ? [...shown, `${ranked.length - most} more`] : shown);
};

/** What came out, in one sentence. */
export function verdictText({ ranked, group, lead }: Outcome, { excluded }: Field): string {
  const [first, second] = ranked;
  if (!first)
    return excluded.length > 0
      ? "Nothing is left: every framework is excluded."
      : "There is nothing to decide between.";
  if (!second || lead === null) return `Only ${first.option.name} is left.`;
  if (group.length === 1) return `${first.option.name} wins, ${percent(lead)} ahead of ${second.option.name}.`;
  const level = group.filter((one) => one.rank === 1);
  const behind = group.slice(level.length);
  const leaders = level.length > 1 ? `${names(level)} are level` : `${first.option.name} is first`;
  return behind.length === 0
    ? `No clear winner: ${leaders}.`
    : `No clear winner: ${leaders}, with ${names(behind)} less than 10 % behind.`;
}

/** The outcome with its reasons, and what puts it in doubt. */
export function Verdict({
  outcome,
  field,
  decision,
  change,
}: {
  outcome: Outcome;
  field: Field;
  decision: Decision;
  change: (next: (before: Decision) => Decision, step?: "jump") => void;
}) {
  const { ranked, group, shares } = outcome;
  const [first] = ranked;
  const given = givenOf(decision.answers);
  return (
    <section aria-labelledby="verdict-title" className="border-y-2 border-ink py-5">
      <h2 id="verdict-title" className="sr-only">
        Outcome
      </h2>
      {given.length > 0 && (
        <p className="mb-3 text-sm text-muted">
          {sameWeights(decision.weights, weightsFrom(decision.answers)) ? "From" : "Began from"} your answers:{" "}
          {given.map(({ choice }) => choice.text).join("; ")}.{" "}
          <a href={`${routes.questions}${decideSearch(decision)}`} className="link">
            Answer again
          </a>
        </p>
      )}
      {first && ranked[1]?.rank !== 1 && (
        <p className="flex items-center gap-3 font-serif text-4xl leading-tight sm:text-5xl">
          <Logo icon={first.option.icon} name={first.option.name} size={40} />
          <a href={routes.framework(first.option.slug)} className="hover:text-accent">
            {first.option.name}
          </a>
        </p>
      )}
      <p className="mt-2 text-lg" data-verdict>
        {verdictText(outcome, field)}
      </p>
      {first && ranked[1]?.rank !== 1 && <Reasons first={first} shares={shares} />}
      {first && <Doubts outcome={outcome} field={field} />}
      {!first && field.excluded[0] && <NearestMiss field={field} decision={decision} change={change} />}
      {group.length > 1 && (
        <p className="mt-2 text-sm">
          <a href={routes.compareOf(group.slice(0, 5).map((one) => one.option.slug))} className="link">
            Compare the first {Math.min(5, group.length)} side by side
          </a>
        </p>
      )}
    </section>
  );
}

/** Where the first is strong and weak, by how much that counts. */
function Reasons({ first, shares }: { first: One; shares: readonly number[] }) {
  const effects = criteria
    .map((criterion, index) => ({
      criterion,
      score: first.option.scores[index] ?? null,
      effect: (shares[index] ?? 0) * ((first.option.scores[index] ?? middle) - middle),
    }))
    .sort((a, b) => b.effect - a.effect);
  const strong = effects.filter(({ effect }) => effect > 0.02).slice(0, 3);
  const weak = effects
    .filter(({ effect }) => effect < -0.02)
    .slice(-2)
    .toReversed();
  const say = (list: typeof effects) =>
    list.map(({ criterion, score }, index) => (
      <span key={criterion.id}>
        {index > 0 && ", "}
        <a href={`${routes.framework(first.option.slug)}#criterion-${criterion.id}`} className="link">
          {criterion.name.toLowerCase()}
        </a>{" "}
        <span className="font-mono text-sm">{score?.toFixed(1)}</span>
      </span>
    ));
  if (strong.length + weak.length === 0) return null;
  return (
    <p className="mt-2">
      {strong.length > 0 && <>Strong where it counts: {say(strong)}. </>}
      {weak.length > 0 && <>Against it: {say(weak)}.</>}
    </p>
  );
}

function Doubts({ outcome, field }: { outcome: Outcome; field: Field }) {
  const [first] = outcome.ranked;
  if (!first) return null;
  const missing = criteria.filter(
    (_, index) => (outcome.shares[index] ?? 0) > 0 && first.option.scores[index] === null,
  );
  const unknown = field.unknown.get(first.option.slug) ?? [];
  const rivals = outcome.rivalsByMissing;
  // Who needs least of what nobody knows: that is where evidence would matter first.
  const nearest = rivals
    .map((rival) => ({ name: rival.option.name, needed: neededOnMissing(first, rival, outcome.shares) ?? Infinity }))
    .filter(({ needed }) => needed <= highest)
    .sort((a, b) => a.needed - b.needed)
    .slice(0, 3);
  if (rivals.length === 0 && unknown.length === 0) return null;
  return (
    <div className="notice mt-4 border-l-[var(--partly)] text-sm">
      {rivals.length > 0 && (
        <p>
          <strong>The winner depends on missing evidence.</strong>{" "}
          {missing.length > 0 &&
            `Nothing is known of ${first.option.name} on ${both.format(missing.map(({ name }) => name.toLowerCase()))}: its total may be ${first.low.toFixed(2)} to ${first.high.toFixed(2)}. `}
          {nearest.length > 0 &&
            `${both.format(nearest.map(({ name, needed }) => `${name} would be first with ${needed.toFixed(1)} or more`))}, on average, on what is missing of ${nearest.length > 1 ? "them" : "it"}. `}
          {rivals.length > nearest.length &&
            `${rivals.length - nearest.length} more could be, under stronger assumptions.`}
        </p>
      )}
      {unknown.map(({ demand, why }) => (
        <p key={demand.id}>
          Whether {first.option.name} meets “{demand.text}” is unknown: {why}.
        </p>
      ))}
    </div>
  );
}

function NearestMiss({
  field,
  decision,
  change,
}: {
  field: Field;
  decision: Decision;
  change: (next: (before: Decision) => Decision, step?: "jump") => void;
}) {
  const [nearest] = field.excluded;
  if (!nearest) return null;
  const alike = field.excluded.filter(({ because }) => because.length === nearest.because.length).slice(1);
  const without = (before: Decision): Decision => ({
    ...before,
    constraints: nearest.because.reduce((left, { demand }) => demand.without(left), before.constraints),
  });
  return (
    <p className="mt-2">
      The nearest miss is <strong>{nearest.option.name}</strong>: {nearest.because.map(({ why }) => why).join("; ")}
      {alike.length > 0 &&
        `. ${alike.length === 1 ? "One other fails" : `${alike.length} others fail`} as few: ${both.format(alike.slice(0, 4).map(({ option }) => option.name))}${alike.length > 4 ? " …" : ""}`}
      .{" "}
      <a
        href={`${routes.decide}${decideSearch(without(decision))}`}
        className="link"
        onClick={(event) => {
          event.preventDefault();
          change(without, "jump");
        }}
      >
        Drop what it fails
      </a>
    </p>
  );
}
