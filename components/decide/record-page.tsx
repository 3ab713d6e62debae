import type { RecordData } from "@/lib/decide/record";
import type { RecordChange } from "@/lib/decide/record-changes";
import { revisitWhen } from "@/lib/decide/revisit";
import { routes } from "@/lib/site/routes";
import { Handover } from "../compare/handover";
import { Section } from "../ui/section";
import { RecordChangesNote } from "./record-changes-note";
import { RecordClaims } from "./record-claims";
import { RecordDrivers } from "./record-drivers";
import { RecordFlips } from "./record-flips";
import { RecordFootnote } from "./record-footnote";
import { RecordModeration } from "./record-moderation";
import { RecordOutcome } from "./record-outcome";

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
  const { words, options } = record;
  return (
    <article className="print-addresses max-w-4xl">
      <p className="eyebrow mt-10">
        <span>{"Record "}</span>
        <span className="normal-case">{id}</span>
        <span>{` · ${record.day}`}</span>
        {words.deciders && (
          <>
            <span>{" · "}</span>
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
      <RecordChangesNote record={record} changes={changes} day={day} />
      <Section id="context" title="Context">
        <p dir="auto" className="max-w-prose whitespace-pre-line">
          {words.context || "Which backend framework fits what is asked below?"}
        </p>
      </Section>
      <RecordDrivers record={record} />
      <RecordOutcome record={record} />
      <RecordClaims options={options} />
      <RecordFlips record={record} />
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
      <RecordFootnote id={id} record={record} />
      {moderating && <RecordModeration id={id} hidden={hiddenBecause !== null} />}
    </article>
  );
}
