import { criteria, criterionOf } from "@/lib/claims/criteria";
import { direction } from "@/lib/claims/rules";
import { hideRecordAction, showRecordAction } from "@/lib/decide/actions";
import { both } from "@/lib/decide/constraints";
import { doubtText } from "@/lib/decide/madr";
import { exactPercent, percent } from "@/lib/decide/percent";
import type { RecordData, RecordOption } from "@/lib/decide/record";
import type { RecordChange } from "@/lib/decide/record-changes";
import type { RecordClaim } from "@/lib/decide/record-claims";
import { revisitWhen } from "@/lib/decide/revisit";
import { siteUrl } from "@/lib/site/identity";
import { routes } from "@/lib/site/routes";
import { ActionForm, Field } from "../auth/form";
import { VerdictBadge } from "../claims/verdict-badge";
import { Handover } from "../compare/handover";
import { Scroll } from "../site/scroll";
import { Section } from "../site/section";
import { TableHead } from "../site/table-head";

/** A decision as it stood on a day, to read, print and defend; and what has changed since. */
export function RecordPage({
  id,
  record,
  hiddenBecause,
  changes,
  day,
  moderating,
}: {
  id: string;
  record: RecordData;
  hiddenBecause: string | null;
  changes: RecordChange[];
  day: string;
  /** Whether the reader may hide what its author wrote. */
  moderating: boolean;
}) {
  const { words, options, shares } = record;
  const chosen = options.find(({ slug }) => slug === words.chosen);
  const nameOf = (slug: string) => options.find((option) => option.slug === slug)?.name ?? slug;
  const flips = record.flips.filter(({ below, above }) => below ?? above);
  return (
    <article className="print-addresses max-w-4xl">
      <p className="eyebrow mt-10">
        Record <span className="normal-case">{id}</span> · {record.day}
        {words.deciders && (
          <>
            {" · "}
            <bdi>{words.deciders}</bdi>
          </>
        )}
      </p>
      <h1 dir="auto" className="mt-3 text-5xl">
        {words.title || "Choose a backend framework"}
      </h1>
      <div className="no-print mt-5 flex flex-wrap items-center gap-2">
        <a href={`${routes.records(id)}/markdown`} download={`decision-${id}.md`} className="button">
          Download Markdown (MADR)
        </a>
        <a href={`${routes.decide}${record.search}`} className="button">
          Open the decision
        </a>
        <Handover markdown={`${routes.records(id)}/markdown`} />
      </div>
      {hiddenBecause !== null && (
        <p className="notice mt-6">
          What its author wrote was hidden by a moderator: <bdi>{hiddenBecause}</bdi>
        </p>
      )}
      <Changes
        changes={changes}
        since={record.day}
        day={day}
        detailed={both.format(options.filter(({ claims }) => claims !== null).map(({ name }) => name))}
      />

      <Section id="context" title="Context">
        <p dir="auto" className="max-w-prose whitespace-pre-line">
          {words.context || "Which backend framework fits what is asked below?"}
        </p>
      </Section>
      <Section id="drivers" title="Drivers">
        <ul className="ledger max-w-prose">
          {record.demands.map((demand) => (
            <li key={demand} className="py-1.5">
              Constraint: {demand}
            </li>
          ))}
          {shares
            .filter(({ share }) => share > 0)
            .toSorted((a, b) => b.share - a.share)
            .map(({ criterion, share }) => (
              <li key={criterion} className="flex justify-between gap-4 py-1.5">
                <span>
                  {criterionOf(criterion).name}{" "}
                  <span className="text-sm text-muted">{criterionOf(criterion).question}</span>
                </span>
                <span className="font-mono">{percent(share)}</span>
              </li>
            ))}
        </ul>
      </Section>
      <Section id="outcome" title="Outcome">
        {chosen && (
          <p className="text-xl">
            Chosen:{" "}
            <a href={routes.framework(chosen.slug)} className="link font-medium">
              {chosen.name}
            </a>
            , {chosen.rank === 1 ? "first" : `number ${chosen.rank}`} with {chosen.total.toFixed(2)} of 5.
          </p>
        )}
        {words.because && (
          <p dir="auto" className="mt-2 max-w-prose whitespace-pre-line">
            {words.because}
          </p>
        )}
        {record.group.length > 1 && <p className="mt-2 max-w-prose">{doubtText(record)}</p>}
        <Totals options={options} />
        {record.excluded.length > 0 && (
          <p className="mt-4 text-sm">
            Excluded: {record.excluded.map(({ name, because }) => `${name} (${because.join("; ")})`).join(", ")}.
          </p>
        )}
      </Section>
      <Section id="pros-and-cons" title="For and against">
        {options
          .filter((option) => option.claims !== null)
          .map((option) => (
            <OptionClaims key={option.slug} option={option} />
          ))}
      </Section>
      <Section id="flips" title="What would change the first place">
        {flips.length === 0 ? (
          <p>No share of a single criterion would.</p>
        ) : (
          <ul className="ledger max-w-prose">
            {flips.map(({ criterion, below, above }) => (
              <li key={criterion} className="py-1.5">
                {criterionOf(criterion).name}, now{" "}
                {exactPercent(shares.find((one) => one.criterion === criterion)?.share ?? 0)}:{" "}
                {[
                  below && `under ${exactPercent(below.at)} ${nameOf(below.slug)} would lead`,
                  above && `over ${exactPercent(above.at)} ${nameOf(above.slug)} would lead`,
                ]
                  .filter(Boolean)
                  .join(", ")}
                .
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section id="revisit" title="Revisit when">
        <ul className="ledger max-w-prose">
          {revisitWhen(record).map(({ text, path }) => (
            <li key={text} className="py-1.5">
              <a href={path} className="link">
                {text}
              </a>
            </li>
          ))}
        </ul>
      </Section>
      <p className="mt-12 border-t border-line pt-3 text-sm text-muted">
        Snapshot {id}, made on {record.day}, at {siteUrl()}
        {routes.records(id)}. Whoever has this address can read it; it never changes. How scores, verdicts and flip
        points come about:{" "}
        <a href={`${routes.method}#decide`} className="link">
          the method
        </a>
        .
        {(words.title || words.context || words.because || words.deciders) && (
          <span className="no-print">
            {" "}
            <a href={routes.report("record", id)} rel="nofollow" className="link">
              Report its words
            </a>
          </span>
        )}
      </p>
      {moderating && <Moderation id={id} hidden={hiddenBecause !== null} />}
    </article>
  );
}

/** For moderators: anybody may make a record, and write into it. */
function Moderation({ id, hidden }: { id: string; hidden: boolean }) {
  return (
    <section aria-labelledby="moderation" className="no-print mt-8 max-w-md">
      <h2 id="moderation" className="text-2xl">
        Moderation
      </h2>
      {hidden ? (
        <ActionForm action={showRecordAction} fields={{ record: id }} submit="Show its author’s words again" quiet />
      ) : (
        <ActionForm action={hideRecordAction} fields={{ record: id }} submit="Hide its author’s words" quiet>
          <div className="mb-2">
            <Field name="reason" label="Reason" hint="Shown to every reader." />
          </div>
        </ActionForm>
      )}
    </section>
  );
}

function Changes({
  changes,
  since,
  day,
  detailed,
}: {
  changes: RecordChange[];
  since: string;
  day: string;
  /** Names of those whose claims the record holds. */
  detailed: string;
}) {
  return (
    <section aria-labelledby="changes-title" className="notice mt-6" id="changes">
      <h2 id="changes-title" className="text-2xl">
        {changes.length === 0 ? "Nothing has changed since" : `What has changed since ${since}`}
      </h2>
      <p className="mt-1 text-sm text-muted">
        Compared on {day}: weights, constraints, ranking, flip points; of every framework its scores, ratings, support
        and facts; of {detailed} also each claim with verdict, votes and sources.
      </p>
      {changes.length > 0 && (
        <Scroll label="What has changed" className="mt-3">
          <table className="w-full text-sm">
            <TableHead names={["What", "Then", "Now"]} />
            <tbody>
              {changes.map((change, index) => (
                <tr key={index} className="border-t border-line align-top">
                  <th scope="row" className="py-1 pr-4 text-left font-normal">
                    <bdi>{change.text}</bdi>
                  </th>
                  <td dir="auto" className="py-1 pr-4">
                    {change.was || "—"}
                  </td>
                  <td dir="auto" className="py-1">
                    {change.now || "—"}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
    </section>
  );
}

const figures = ["Total", "With what is missing", "Wins of all weightings", "Criteria without evidence"];

function Totals({ options }: { options: RecordOption[] }) {
  return (
    <Scroll label="The ranking" className="mt-5">
      <table className="w-full min-w-[36rem] text-sm">
        <caption className="sr-only">The ranking</caption>
        <TableHead names={["Rank", "Framework", ...figures]} figures={figures} />
        <tbody>
          {options.map((option) => (
            <tr key={option.slug} className="border-t border-line">
              <td className="py-1 pr-4 font-mono">{option.rank}</td>
              <th scope="row" className="py-1 pr-4 text-left font-normal">
                <a href={routes.framework(option.slug)} className="link">
                  {option.name}
                </a>
                {option.unknown.length > 0 && (
                  <span className="text-muted"> (not known: {option.unknown.join("; ")})</span>
                )}
              </th>
              <td className="py-1 pr-4 text-right font-mono">{option.total.toFixed(2)}</td>
              <td className="py-1 pr-4 text-right font-mono">
                {option.low.toFixed(2)} to {option.high.toFixed(2)}
              </td>
              <td className="py-1 pr-4 text-right font-mono">{percent(option.wins)}</td>
              <td className="py-1 pr-4 text-right font-mono">
                {option.scores.filter((score) => score === null).length} of {criteria.length}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

function OptionClaims({ option }: { option: RecordOption }) {
  const claims = option.claims ?? [];
  return (
    <div className="mt-6 break-inside-avoid-page">
      <h3 className="text-lg font-semibold">
        {option.name} <span className="font-mono text-sm font-normal text-muted">{option.total.toFixed(2)}</span>
      </h3>
      <div className="mt-2 grid gap-x-10 gap-y-3 md:grid-cols-2">
        <Side title="For" slug={option.slug} claims={claims.filter((claim) => direction(claim) > 0)} />
        <Side title="Against" slug={option.slug} claims={claims.filter((claim) => direction(claim) < 0)} />
      </div>
    </div>
  );
}

function Side({ title, slug, claims }: { title: string; slug: string; claims: RecordClaim[] }) {
  return (
    <div>
      <h4 className="eyebrow">{title}</h4>
      {claims.length === 0 && <p className="text-sm text-muted">No claim.</p>}
      <ul className="space-y-2">
        {claims.map((claim) => (
          <li key={claim.slug} className="text-sm">
            <a href={`${routes.framework(slug)}#claim-${claim.slug}`} className="hover:text-accent">
              <bdi>{claim.text}</bdi>
            </a>{" "}
            <VerdictBadge verdict={claim.verdict} />
            <span className="block text-xs text-muted">
              {criterionOf(claim.criterion).name} ·{" "}
              {claim.sources.map((source, index) => (
                <span key={`${source.slug}-${index}`}>
                  {index > 0 && ", "}
                  <a href={source.url ?? routes.source(source.slug)} className="link" rel="nofollow">
                    <bdi>{source.publisher}</bdi> {source.date.slice(0, 4)}
                  </a>
                  {source.stance === "disputes" && " disputes"}
                </span>
              ))}
              {claim.yes + claim.no > 0 && ` · ${claim.yes} yes, ${claim.no} no`}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
