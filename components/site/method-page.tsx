import type { ReactNode } from "react";
import { benchVersion } from "@/lib/bench/bench";
import { leastCoverage } from "@/lib/bench/bench-score";
import { shiftOf } from "@/lib/bench/score";
import { criteria } from "@/lib/claims/criteria";
import {
  type Evidence,
  minimumVotes,
  priorWeight,
  type ScoredClaim,
  type Verdict,
  verdictOf,
  verdicts,
  verdictWeight,
  wilsonLower,
  wilsonZ,
} from "@/lib/claims/rules";
import { flipsOf } from "@/lib/decide/flip-points";
import { clearLead, leastKnown } from "@/lib/decide/ranking";
import { reach, trials } from "@/lib/decide/weightings";
import { contestedShare, quietDays, type WarningInput, warningOf } from "@/lib/frameworks/warnings";
import { endingDays, supportStates } from "@/lib/releases/support";
import { today } from "@/lib/text/dates";
import { BenchTable } from "../bench/bench-table";
import { VerdictBadge } from "../claims/verdict-badge";
import { WarningNote } from "../frameworks/warning";
import { Scroll } from "./scroll";
import { Section } from "./section";

// Every example below is computed by the code that computes the pages.
const base: Evidence = {
  stance: "supports",
  sourceKind: "article",
  date: "2020-11-18",
  since: null,
  versionEnded: null,
};
const docs: Evidence = { ...base, sourceKind: "official", date: "2026-08-21" };

const verdictExamples: { text: string; evidence: Evidence[]; votes?: { yes: number; no: number } }[] = [
  { text: "An article of 2020 says so; nothing else.", evidence: [base] },
  { text: "An article says so, and so does documentation of a supported version.", evidence: [base, docs] },
  { text: "An article says so; the documentation contradicts it.", evidence: [base, { ...docs, stance: "disputes" }] },
  { text: "Documentation says so; an article disputes it.", evidence: [docs, { ...base, stance: "disputes" }] },
  {
    text: "An article of 2020 says so; documentation says that this ended in 2022.",
    evidence: [base, { ...docs, stance: "disputes", since: "2022-01-01" }],
  },
  {
    text: "Only documentation of a version whose support ended says so.",
    evidence: [{ ...docs, date: "2020-05-01", versionEnded: "2023-01-24" }],
  },
  { text: "As the second, but 3 of 40 voters say yes.", evidence: [base, docs], votes: { yes: 3, no: 37 } },
];

const claim = (verdict: Verdict, kind: ScoredClaim["kind"] = "pro"): ScoredClaim => ({ kind, level: null, verdict });

const shiftExamples: { text: string; claims: ScoredClaim[] }[] = [
  { text: "None", claims: [] },
  { text: "One pro, still true", claims: [claim("still-true")] },
  {
    text: "Three pros still true, one con unverified",
    claims: [claim("still-true"), claim("still-true"), claim("still-true"), claim("unverified", "con")],
  },
  { text: "One pro disputed, one con still true", claims: [claim("disputed"), claim("still-true", "con")] },
];

const cycle = {
  cycle: "8",
  released: "2020-09-08",
  latest: null,
  latestReleased: null,
  activeUntil: null,
  extendedUntil: null,
  lts: false,
  runtime: null,
};

export function MethodPage() {
  const day = today();
  const plain: WarningInput = { name: "Example", cycles: [], latestReleased: day, claims: 12, contested: 0 };
  const soon = new Date(Date.parse(day) + 60 * 86_400_000).toISOString().slice(0, 10);
  const warnings = [
    { ...plain, cycles: [{ ...cycle, endOfLife: "2023-01-24" }] },
    { ...plain, cycles: [{ ...cycle, endOfLife: soon }] },
    { ...plain, latestReleased: "2023-10-24" },
    { ...plain, contested: 5 },
  ].flatMap((input) => warningOf(input, day) ?? []);
  return (
    <>
      <h1 className="mt-10 text-5xl">Method</h1>
      <p className="mt-2 max-w-prose text-muted">
        How every number and every label here comes about. The examples on this page are computed by the same code as
        the pages.
      </p>

      <Section
        id="claims"
        title="Claims and sources"
        lead="A claim is one statement on one framework, in our words. It stands only with a source that makes it."
      >
        <Prose>
          <p>
            A source supports a claim or disputes it; each such assertion says where in the source, and a dispute says
            why. An article is one author’s opinion. Documentation, benchmarks and surveys are <em>primary evidence</em>
            : only they can confirm a claim. Statements of the articles that are wrong are kept, with what disputes
            them, because readers will meet them elsewhere. A reader’s report that a claim is outdated or wrong, once a
            moderator upholds it, disputes it like an article.
          </p>
          <p>
            Each claim belongs to one of {criteria.length} criteria:{" "}
            {criteria.map((criterion) => criterion.name.toLowerCase()).join(", ")}.
          </p>
        </Prose>
      </Section>

      <Section
        id="verdict"
        title="Verdict"
        lead="The first rule that fits decides. Evidence that is dated later than the day asked for is not known yet."
      >
        <ol className="max-w-prose list-decimal space-y-1 pl-5">
          <li>
            <b>Outdated</b> when most voters say that it is not true: at least {minimumVotes} votes, and the Wilson
            lower bound of “no” over ½.
          </li>
          <li>
            <b>Outdated</b> when a dispute says since when it no longer holds, and nothing confirms it.
          </li>
          <li>
            <b>Partly</b> when it is both confirmed and disputed.
          </li>
          <li>
            <b>Disputed</b> when it is disputed and not confirmed.
          </li>
          <li>
            <b>Still true</b> when it is confirmed.
          </li>
          <li>
            <b>Says the project</b> when it is praise, and only its own project confirms it.
          </li>
          <li>
            <b>Unverified</b> otherwise.
          </li>
        </ol>
        <p className="mt-3 max-w-prose">
          Confirmed means: primary evidence supports it, written of a version that is still supported on that day; or
          most voters say yes. Praise needs evidence that isn’t the project’s own: a measure, a check, a survey or an
          independent source. Which version a source speaks of is the release line that was current at its date.
        </p>
        <dl className="ledger mt-6 max-w-3xl">
          {verdicts.map((verdict) => (
            <div
              key={verdict.id}
              id={`verdict-${verdict.id}`}
              className="grid gap-x-6 py-2 target:bg-accent-soft sm:grid-cols-[8rem_1fr]"
            >
              <dt>
                <VerdictBadge verdict={verdict.id} link={false} />
              </dt>
              <dd>{verdict.meaning}</dd>
            </div>
          ))}
        </dl>
        <Examples
          head={["Evidence", "Verdict"]}
          rows={verdictExamples.map(({ text, evidence, votes }) => [
            text,
            <VerdictBadge key="verdict" verdict={verdictOf(evidence, day, votes)} link={false} />,
          ])}
        />
      </Section>

      <Section
        id="score"
        title="Score"
        lead="A framework’s score on a criterion, from 1 to 5. It depends on nothing but that framework: adding or hiding another never changes it."
      >
        <Prose>
          <p>
            First the <em>bench</em> (version {benchVersion}): measures and checks that are the same for every
            framework. Each is worth 0 to 1 and has a weight; <Formula>b = Σ weight · worth</Formula> over what is
            known, and the bench’s score is <Formula>1 + 4·b</Formula>. What is unknown widens the interval, from all of
            it at 0 to all of it at 1, and never counts as the middle. Where less than {leastCoverage * 100} % of the
            weight is known there is no single score, only the interval.
          </p>
          <p>
            Claims then move it by at most half a point: <Formula>0.5·(P − N) / (P + N + 2)</Formula>, where P and N add
            up the weights of claims that raise it (pros, beginner level) and lower it (cons, advanced level), by their
            verdicts: {verdicts.map(({ id, name }) => `${name.toLowerCase()} ${verdictWeight[id]}`).join(", ")}. A claim
            that a check or measure already decides isn’t counted again.
          </p>
          <p>
            Ratings of people move it last: <Formula>(C·m + Σ ratings) / (C + n)</Formula> with C = {priorWeight}, so
            that the evidence is worth {priorWeight} ratings.
          </p>
        </Prose>
        <Examples
          head={["Claims that move it", "Shift"]}
          rows={shiftExamples.map(({ text, claims }) => [text, shiftOf(claims).shift.toFixed(2)])}
        />
        <BenchTable />
      </Section>

      <Section id="order" title="Order of claims" lead="Best supported first.">
        <Prose>
          <p>
            By the Wilson lower bound of “yes” among the votes, at z = {wilsonZ}; among equals by verdict, then by the
            number of supporting sources. The bound keeps one enthusiastic vote from beating many:
          </p>
        </Prose>
        <Examples
          head={["Yes of all votes", "Share", "Lower bound"]}
          rows={[
            [1, 1],
            [9, 10],
            [90, 100],
          ].map(([yes = 0, n = 1]) => [`${yes} of ${n}`, (yes / n).toFixed(2), wilsonLower(yes, n).toFixed(4)])}
        />
      </Section>

      <Section
        id="decide"
        title="Decisions"
        lead="Constraints first, then weights; what would change the winner is computed exactly."
      >
        <Prose>
          <p>
            What fails a constraint is excluded, with the reason. What is <em>unknown</em> is not “no”: it stays in,
            marked, unless the reader wants it out. A feature counts where it is built in or an official package; a
            support date where it is on or after the day asked for, or no end is announced.
          </p>
          <p>
            Weights become shares w of 1. A total is <Formula>Σ w · score</Formula>, shown with the interval that it has
            with all that is unknown at its worst and at its best. A score that is missing is stood in for by the mean
            of the framework’s own. A framework of which less than {leastKnown * 100} % of what counts is known stands
            apart, unranked.
          </p>
          <p>
            The lead of A over B is <Formula>(A − B) / (A − 1)</Formula>, its part of what A has above the scale’s
            lowest. Who is less than {clearLead * 100} % behind, or whose interval reaches over the first one’s, is too
            close to call.
          </p>
          <p>
            Flip points: when the share of criterion k moves to t, the others keep their proportions. With d the
            difference of leader and rival on k, and D that of their totals without k, the rival draws level at{" "}
            <Formula>t = D / (D − d)</Formula>; the nearest on each side of today’s share is named. Totals are straight
            lines in t, so who leads along the whole line is exact too.
          </p>
          <p>
            “First in …” is the part of the weightings near the reader’s own in which a framework comes first: every
            weight between its half and its {reach} fold, from {trials.toLocaleString("en")} fixed tries, right to about
            two points.
          </p>
          <p>
            In a team everybody’s total is computed from their own shares and, where they entered them, their own
            scores; the joint total is the mean. Spread is the standard deviation.
          </p>
        </Prose>
        <Examples
          head={["Flip points", "Share of the first criterion now", "The rival leads"]}
          rows={[flipExample([0.5, 0.5], [5, 2], [2, 4]), flipExample([0.2, 0.8], [3, 4], [5, 3.5])]}
        />
      </Section>

      <Section
        id="support"
        title="Support"
        lead="From published dates, against today’s date. A framework is in the state of its best line."
      >
        <dl className="ledger max-w-3xl">
          {supportStates.map((state) => (
            <div key={state.id} className="grid gap-x-6 py-2 sm:grid-cols-[14rem_1fr]">
              <dt className="font-medium">{state.name}</dt>
              <dd>{state.meaning}</dd>
            </div>
          ))}
        </dl>
        <p className="mt-3 max-w-prose text-muted">
          A date that is known only to the year counts as the last day of it. “Not published” and “no end announced” are
          different things and are told apart.
        </p>
      </Section>

      <Section
        id="warnings"
        title="Warnings"
        lead="At most one on a framework’s page: the gravest that applies, in this order."
      >
        <ol className="max-w-prose list-decimal space-y-1 pl-5">
          <li>Every release line is past its end of life.</li>
          <li>The last supported line ends within {endingDays} days.</li>
          <li>No release for {quietDays} days (18 months).</li>
          <li>Of six or more claims, at least {Math.round(contestedShare * 100)} % are disputed or outdated.</li>
        </ol>
        <p className="mt-4 text-sm text-muted">As they look:</p>
        {warnings.map((warning) => (
          <WarningNote key={warning.id} warning={warning} />
        ))}
      </Section>

      <Section
        id="benchmarks"
        title="Benchmarks"
        lead="Figures of one run are compared with figures of the same run only."
      >
        <Prose>
          <p>
            Runs differ in hardware, load tool, versions and what is measured; between two runs of one suite the same
            framework fell from 332,000 to 8,000 requests per second because the tool had changed. Charts use one run,
            named beside them. Figures that a framework’s own documentation quotes are marked as such.
          </p>
        </Prose>
      </Section>

      <Section id="facts" title="Facts" lead="Each with the page it was read on and the day of that reading.">
        <Prose>
          <p>
            “Unknown” means that we found no page that says it. “Our reading” marks a judgement, such as the kind of a
            framework. How a feature comes (built in, official package, third party) is our reading of the linked page.
            Rivals are computed: same language, then same kind, then shared use cases; among equals the one with more
            stars.
          </p>
        </Prose>
      </Section>
    </>
  );
}

/** Two options on two criteria: at which share of the first the second takes over. */
function flipExample(shares: number[], leader: number[], rival: number[]): [string, ...string[]] {
  const { below, above } = flipsOf([{ scores: leader }, { scores: rival }], shares, 0, 0);
  const percent = (part: number) => `${(part * 100).toFixed(1)} %`;
  const text = `Leader ${leader.join(" and ")}, rival ${rival.join(" and ")}`;
  return [
    text,
    percent(shares[0] ?? 0),
    [below && `under ${percent(below.at)}`, above && `over ${percent(above.at)}`].filter(Boolean).join(", ") || "never",
  ];
}

function Prose({ children }: { children: ReactNode }) {
  return <div className="max-w-prose space-y-3">{children}</div>;
}

function Formula({ children }: { children: ReactNode }) {
  return (
    <code className="whitespace-nowrap rounded bg-sunken px-1.5 py-0.5 font-mono text-sm max-sm:whitespace-normal">
      {children}
    </code>
  );
}

function Examples({ head, rows }: { head: string[]; rows: [string, ...ReactNode[]][] }) {
  return (
    <Scroll label={`Worked examples: ${head.join(", ")}`} className="mt-5">
      <table className="w-full max-w-3xl text-sm">
        <caption className="eyebrow mb-1 text-left">Worked examples</caption>
        <thead className="text-left text-muted">
          <tr className="border-b border-line-strong">
            {head.map((cell) => (
              <th key={cell} scope="col" className="py-1.5 pr-6 font-medium">
                {cell}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row[0]} className="border-b border-line">
              {row.map((cell, index) => (
                <td
                  key={head[index]}
                  className={`py-1.5 pr-6 ${index > 0 && typeof cell === "string" ? "font-mono" : ""}`}
                >
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
