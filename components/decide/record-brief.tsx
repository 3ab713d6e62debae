import { direction } from "@/lib/claims/rules";
import { decidingClaims, type Numbered, risksOf } from "@/lib/decide/brief";
import type { RecordData } from "@/lib/decide/record";
import { revisitWhen } from "@/lib/decide/revisit";
import { VerdictBadge } from "../claims/verdict-badge";
import { BriefPart } from "./brief-part";
import { RecordDrivers } from "./record-drivers";
import { RecordOutcome } from "./record-outcome";

/** So many reasons to look at it again are read on the first page. */
const mostReasons = 5;

/** The first page: all that those who decide must have read. */
export function RecordBrief({ record, evidence }: { record: RecordData; evidence: Numbered[] }) {
  const { words } = record;
  const deciding = decidingClaims(record, evidence);
  const risks = risksOf(record, evidence, deciding);
  return (
    <>
      <BriefPart id="context" title="Context">
        <p dir="auto" className="whitespace-pre-line">
          {words.context || "Which backend framework meets the requirements below?"}
        </p>
      </BriefPart>
      <div className="grid gap-x-12 md:grid-cols-2 print:grid-cols-2 print:gap-x-8">
        <RecordDrivers record={record} />
        <RecordOutcome record={record} />
      </div>
      {deciding.length > 0 && (
        <BriefPart id="deciding" title={deciding.length === 5 ? "Five claims that decide" : "The claims that decide"}>
          <ol className="ledger">
            {deciding.map(({ n, option, claim }) => (
              <li key={n} className="flex flex-wrap items-baseline gap-x-2 py-1 print:py-0.5">
                <span>
                  <span>{`${direction(claim) > 0 ? "For" : "Against"} ${option.name}: `}</span>
                  <bdi>{claim.text}</bdi>
                </span>
                <VerdictBadge verdict={claim.verdict} link={false} />
                <a
                  href={`#evidence-${n}`}
                  className="link font-mono text-sm"
                  aria-label={`Evidence ${n}`}
                >{`[${n}]`}</a>
              </li>
            ))}
          </ol>
        </BriefPart>
      )}
      <div className="grid gap-x-12 md:grid-cols-2 print:grid-cols-2 print:gap-x-8">
        <BriefPart id="risks" title="Risks">
          <Ways ways={risks} none="None is known." />
        </BriefPart>
        <BriefPart id="revisit" title="Revisit when">
          <Ways ways={revisitWhen(record).slice(0, mostReasons)} none="Nothing in sight would change it." />
        </BriefPart>
      </div>
    </>
  );
}

function Ways({ ways, none }: { ways: { text: string; path: string }[]; none: string }) {
  if (ways.length === 0) return <p className="text-muted">{none}</p>;
  return (
    <ul className="list-disc space-y-1 pl-5">
      {ways.map(({ text, path }) => (
        <li key={text}>
          <a href={path} className="link print:no-underline">
            {text}
          </a>
        </li>
      ))}
    </ul>
  );
}
