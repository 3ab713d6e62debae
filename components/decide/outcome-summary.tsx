import { memo, type ReactNode } from "react";
import { criteria } from "@/lib/claims/criteria";
import type { Narrowed, Outcome } from "@/lib/decide/decide";
import { differencesOf } from "@/lib/decide/differences";
import type { DecideOption } from "@/lib/decide/option";
import { percent } from "@/lib/decide/percent";
import { sameWeights } from "@/lib/decide/presets";
import { givenOf, weightsFrom } from "@/lib/decide/questions";
import { clearLead, leadOf, leastKnown, type Ranked } from "@/lib/decide/ranking";
import { type Decision, decideSearch } from "@/lib/decide/search-params";
import { routes } from "@/lib/site/routes";
import { listWithAnd } from "@/lib/text/lists";
import { FrameworkLinks } from "../frameworks/framework-links";
import { Logo } from "../frameworks/logo";
import { write } from "./draw-ranking";

type One = Ranked<DecideOption>;

const names = (ranked: readonly One[], most = 5) => {
  const shown = ranked.slice(0, most).map((one) => one.option.name);
  return listWithAnd(ranked.length > most ? [...shown, `${ranked.length - most} more`] : shown);
};

/** What came out, in one sentence. */
export function outcomeText({ ranked, group, apart, lead }: Outcome, { excluded }: Pick<Narrowed, "excluded">): string {
  const [first, second] = ranked;
  if (!first) {
    if (apart.length > 0) return `Too little is known of ${apart.length === 1 ? apart[0]?.name : "all that is left"}.`;
    return excluded.length > 0
      ? "Nothing is left: every framework is excluded."
      : "There is nothing to decide between.";
  }
  if (!second || lead === null) return `Only ${first.option.name} is left.`;
  if (group.length === 1) return `${first.option.name} wins, ${percent(lead)} ahead of ${second.option.name}.`;
  return `Too close to call between ${names(group)}.`;
}

type Change = (next: (before: Decision) => Decision, step?: "jump") => void;

interface Settled {
  decision: Decision;
  narrowed: Narrowed;
  outcome: Outcome;
}

const isSameGroup = (a: Outcome, b: Outcome) =>
  a.group.length === b.group.length && a.group.every(({ option }, index) => option === b.group[index]?.option);

/** Who is named in the largest type: nobody where it is too close to call. */
const winnerOf = ({ group }: Outcome) => (group.length === 1 ? group[0]?.option : null);

/** Says at once what came out, where it is said in the same way as before. */
export function drawOutcome(
  summary: HTMLElement | null,
  { narrowed, shown, now }: { narrowed: Narrowed; shown: Outcome; now: Outcome },
): void {
  if (now !== shown && winnerOf(now) === winnerOf(shown))
    write(summary?.querySelector("[data-outcome]") ?? null, outcomeText(now, narrowed));
}

/** The outcome, which follows the hand, with its reasons and what puts it in doubt, which are read at rest. */
export function OutcomeSummary({
  outcome,
  said,
  settled,
  change,
}: {
  outcome: Outcome;
  /** In one sentence: see `outcomeText`. */
  said: string;
  /** All as it stood when the hand last rested. */
  settled: Settled;
  change: Change;
}) {
  const [first] = outcome.ranked;
  return (
    <section aria-labelledby="outcome-title" className="border-y-2 border-ink py-5">
      <h2 id="outcome-title" className="sr-only">
        Outcome
      </h2>
      <Given decision={settled.decision} />
      {outcome.group.length === 1 && first ? (
        <>
          <Winner option={first.option} />
          <p className="mt-2 text-lg" data-outcome>
            {said}
          </p>
        </>
      ) : (
        <p className="font-serif text-3xl leading-tight" data-outcome>
          {said}
        </p>
      )}
      {/* While the reasons still are those of others than the line above names, they are pale. */}
      <div aria-busy={!isSameGroup(outcome, settled.outcome)} className="aria-busy:opacity-60">
        <Grounds settled={settled} change={change} />
      </div>
    </section>
  );
}

const Given = memo(function Given({ decision }: { decision: Decision }) {
  const given = givenOf(decision.answers);
  if (given.length === 0) return null;
  return (
    <p className="mb-3 text-sm text-muted">
      <span>
        {`${sameWeights(decision.weights, weightsFrom(decision.answers)) ? "From" : "Began from"} your answers: ${given.map(({ choice }) => choice.text).join("; ")}.`}
      </span>{" "}
      <a href={`${routes.questions}${decideSearch(decision)}`} className="link">
        Answer again
      </a>
    </p>
  );
});

const Winner = memo(function Winner({ option }: { option: DecideOption }) {
  return (
    <p className="flex items-center gap-3 font-serif text-4xl leading-tight sm:text-5xl">
      <Logo icon={option.icon} name={option.name} size={40} />
      <a href={routes.framework(option.slug)} className="hover:text-accent">
        {option.name}
      </a>
    </p>
  );
});

/** Why it came out so, and what puts it in doubt. */
const Grounds = memo(function Grounds({
  settled: { decision, narrowed, outcome },
  change,
}: {
  settled: Settled;
  change: Change;
}) {
  const { ranked, group, shares } = outcome;
  const [first] = ranked;
  return (
    <>
      {group.length > 1 && <CloseGroup group={group} />}
      {group.length > 1 && <NextStep group={group} shares={shares} />}
      {first && <Reasons first={first} shares={shares} />}
      {first && <Unknowns first={first} narrowed={narrowed} />}
      <Apart apart={outcome.apart} />
      <Closed narrowed={narrowed} decision={decision} change={change} />
      {!first && narrowed.excluded[0] && <NearestMiss narrowed={narrowed} decision={decision} change={change} />}
      {group.length > 1 && (
        <p className="mt-2 text-sm">
          <a href={routes.compareOf(group.slice(0, 5).map((one) => one.option.slug))} className="link">
            {`Compare the first ${Math.min(5, group.length)} side by side`}
          </a>
        </p>
      )}
    </>
  );
});

/** A score that speaks neither for nor against. */
const ordinary = 3;

/** Where the first is strong and weak, by how much that counts. */
function Reasons({ first, shares }: { first: One; shares: readonly number[] }) {
  const effects = criteria
    .map((criterion, index) => ({
      criterion,
      score: first.option.scores[index] ?? null,
      effect: (shares[index] ?? 0) * ((first.option.scores[index] ?? ordinary) - ordinary),
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
        <span>{index > 0 && ", "}</span>
        <a href={`${routes.framework(first.option.slug)}#score-${criterion.id}`} className="link">
          {criterion.name.toLowerCase()}
        </a>{" "}
        <span className="font-mono text-sm">{score?.toFixed(1)}</span>
      </span>
    ));
  if (strong.length + weak.length === 0) return null;
  return (
    <p className="mt-2">
      {strong.length > 0 && <Said before="Strong where it counts: " list={say(strong)} after=". " />}
      {weak.length > 0 && <Said before="Against it: " list={say(weak)} after="." />}
    </p>
  );
}

function Said({ before, list, after }: { before: string; list: ReactNode; after: string }) {
  return (
    <span>
      <span>{before}</span>
      <span>{list}</span>
      <span>{after}</span>
    </span>
  );
}

/** Why nobody is named alone: who lies within the margin, and whom what is unknown could put first. */
function CloseGroup({ group }: { group: readonly One[] }) {
  const [first, ...others] = group;
  if (!first) return null;
  const near = others.filter(({ total }) => leadOf(first.total, total) < clearLead);
  const open = others.filter((one) => !near.includes(one));
  return (
    <p className="mt-2">
      {[
        `${first.option.name} is first by the numbers.`,
        near.length > 0 && `${names(near)} ${near.length === 1 ? "is" : "are"} less than 10 % behind.`,
        open.length > 0 && `What is unknown could still put ${names(open)} ahead.`,
      ]
        .filter(Boolean)
        .join(" ")}
    </p>
  );
}

/** What one does about a group that is too close to call: where it differs most, of what counts at all. */
function NextStep({ group, shares }: { group: readonly One[]; shares: readonly number[] }) {
  const apart = differencesOf(
    group.map(({ option }) => option),
    shares,
  );
  if (apart.length === 0)
    return <p className="mt-2">They score alike in all that counts: take the language you know.</p>;
  const each = apart.map(
    ({ criterion, best, worst }) =>
      `${criterion.name.toLowerCase()} (${best.name} ${best.score.toFixed(1)}, ${worst.name} ${worst.score.toFixed(1)})`,
  );
  return (
    <p className="mt-2">
      {`They differ most in ${listWithAnd(each)}. Give more weight to what matters to you; if none of it does, each is a sound choice, and the language you know decides.`}
    </p>
  );
}

/** Constraints of which it isn't known whether the first meets them. */
function Unknowns({ first, narrowed }: { first: One; narrowed: Narrowed }) {
  const unknown = narrowed.unknown.get(first.option.slug) ?? [];
  if (unknown.length === 0) return null;
  return (
    <div className="notice mt-4 border-l-[var(--partly)] text-sm">
      {unknown.map(({ demand, why }) => (
        <p key={demand.id}>{`Whether ${first.option.name} meets “${demand.text}” is unknown: ${why}.`}</p>
      ))}
    </div>
  );
}

/** Those that aren't ranked, because too little of what counts is known. */
function Apart({ apart }: { apart: readonly DecideOption[] }) {
  if (apart.length === 0) return null;
  return (
    <p className="mt-3 text-sm text-muted">
      <span>{`Not ranked, because under ${leastKnown * 100} % of what counts is known: `}</span>
      <FrameworkLinks frameworks={apart} />
      <span>.</span>
    </p>
  );
}

/** What only its standing leaves out, and the way to bring it back. */
function Closed({ narrowed, decision, change }: { narrowed: Narrowed; decision: Decision; change: Change }) {
  const closed = narrowed.excluded.filter(({ because }) => because.every(({ demand }) => demand.id === "standing"));
  if (closed.length === 0) return null;
  const withClosed = (before: Decision): Decision => ({
    ...before,
    constraints: { ...before.constraints, closed: true },
  });
  return (
    <p className="mt-3 text-sm text-muted">
      <span>{`Left out, because not for new work: ${listWithAnd(closed.map(({ option }) => option.name))}.`}</span>{" "}
      <a
        href={`${routes.decide}${decideSearch(withClosed(decision))}`}
        className="link"
        onClick={(event) => {
          event.preventDefault();
          change(withClosed, "jump");
        }}
      >
        {closed.length === 1 ? "Include it" : "Include them"}
      </a>
    </p>
  );
}

function NearestMiss({ narrowed, decision, change }: { narrowed: Narrowed; decision: Decision; change: Change }) {
  const [nearest] = narrowed.excluded;
  if (!nearest) return null;
  const alike = narrowed.excluded.filter(({ because }) => because.length === nearest.because.length).slice(1);
  const others =
    alike.length === 0
      ? ""
      : `. ${alike.length === 1 ? "One other fails" : `${alike.length} others fail`} as few: ${listWithAnd(alike.slice(0, 4).map(({ option }) => option.name))}${alike.length > 4 ? " …" : ""}`;
  const without = (before: Decision): Decision => ({
    ...before,
    constraints: nearest.because.reduce((left, { demand }) => demand.without(left), before.constraints),
  });
  return (
    <p className="mt-2">
      The nearest miss is <strong>{nearest.option.name}</strong>
      <span>{`: ${nearest.because.map(({ why }) => why).join("; ")}${others}.`}</span>{" "}
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
