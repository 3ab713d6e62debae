import { evidenceOf } from "@/lib/decide/brief";
import { openingSearch, type RecordData } from "@/lib/decide/record";
import type { RecordChange } from "@/lib/decide/record-changes";
import { routes } from "@/lib/site/routes";
import { Handover } from "../compare/handover";
import { RecordBrief } from "./record-brief";
import { RecordChangesNote } from "./record-changes-note";
import { RecordClaims } from "./record-claims";
import { RecordFlips } from "./record-flips";
import { RecordFootnote } from "./record-footnote";
import { RecordModeration } from "./record-moderation";
import { RecordRanking } from "./record-ranking";
import { RecordTeam } from "./record-team";

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
  const { words } = record;
  const evidence = evidenceOf(record);
  return (
    <article className="record max-w-4xl">
      <p className="eyebrow mt-10 print:mt-0">
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
      <h1 dir="auto" className="mt-3 text-5xl print:mt-1 print:text-4xl">
        {words.title || "Choose a backend framework"}
      </h1>
      <div className="no-print mt-5 flex flex-wrap items-center gap-2">
        <a href={`${routes.records(id)}/markdown`} download={`decision-${id}.md`} className="button">
          Download Markdown (MADR)
        </a>
        <a href={`${routes.decide}${openingSearch(record)}`} className="button">
          Open the decision
        </a>
        <Handover markdown={`${routes.records(id)}/markdown`} />
      </div>
      {hiddenBecause !== null && (
        <p className="notice mt-6">
          What its author wrote was hidden by a moderator: <bdi>{hiddenBecause}</bdi>
        </p>
      )}
      <p className="no-print mt-4 text-sm">
        {changes.length === 0 ? (
          `On ${day}, everything is as it was.`
        ) : (
          <a href="#changes" className="link">
            {`${changes.length === 1 ? "One thing has changed" : `${changes.length} things have changed`} since ${record.day}`}
          </a>
        )}
      </p>
      <RecordBrief record={record} evidence={evidence} />
      <div className="record-appendix print-addresses mt-16 border-t-2 border-ink">
        <p className="eyebrow mt-4">Appendix</p>
        <RecordClaims record={record} evidence={evidence} />
        {record.team && <RecordTeam team={record.team} options={record.options} />}
        <RecordFlips record={record} />
        <RecordRanking record={record} />
        <RecordChangesNote record={record} changes={changes} day={day} />
        <RecordFootnote id={id} record={record} />
      </div>
      {moderating && <RecordModeration id={id} hidden={hiddenBecause !== null} />}
    </article>
  );
}
