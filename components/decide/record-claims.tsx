import { criterionOf } from "@/lib/claims/criteria";
import { direction } from "@/lib/claims/rules";
import type { Numbered } from "@/lib/decide/brief";
import type { RecordData } from "@/lib/decide/record";
import { routes } from "@/lib/site/routes";
import { VerdictBadge } from "../claims/verdict-badge";
import { Section } from "../ui/section";

/** What spoke for and against each option, numbered, with its sources. */
export function RecordClaims({ record, evidence }: { record: RecordData; evidence: Numbered[] }) {
  return (
    <Section id="evidence" title="Evidence">
      {record.options
        .filter((option) => option.claims !== null)
        .map(({ slug, name, total }) => {
          const own = evidence.filter(({ option }) => option.slug === slug);
          return (
            <div key={slug} className="mt-6">
              <h3 className="text-lg font-semibold">
                <span>{`${name} `}</span>
                <span className="font-mono text-sm font-normal text-muted">{total.toFixed(2)}</span>
              </h3>
              <div className="mt-2 grid gap-x-10 gap-y-3 md:grid-cols-2 print:grid-cols-2 print:gap-x-6">
                <Side title="For" claims={own.filter(({ claim }) => direction(claim) > 0)} />
                <Side title="Against" claims={own.filter(({ claim }) => direction(claim) < 0)} />
              </div>
            </div>
          );
        })}
    </Section>
  );
}

function Side({ title, claims }: { title: string; claims: Numbered[] }) {
  return (
    <div>
      <h4 className="eyebrow">{title}</h4>
      {claims.length === 0 && <p className="text-sm text-muted">No claim.</p>}
      <ol className="space-y-2">
        {claims.map((one) => (
          <Evidence key={one.n} one={one} />
        ))}
      </ol>
    </div>
  );
}

function Evidence({ one: { n, option, claim } }: { one: Numbered }) {
  return (
    <li id={`evidence-${n}`} className="break-inside-avoid text-sm target:bg-accent-soft">
      <span className="font-mono text-muted">{`[${n}]`}</span>{" "}
      <a href={`${routes.framework(option.slug)}#claim-${claim.slug}`} className="hover:text-accent">
        <bdi>{claim.text}</bdi>
      </a>{" "}
      <VerdictBadge verdict={claim.verdict} />
      <span className="block text-xs text-muted">
        <span>{`${criterionOf(claim.criterion).name} · `}</span>
        {claim.sources.map((source, index) => (
          <span key={`${source.slug}-${index}`}>
            <span>{index > 0 && ", "}</span>
            <a href={source.url ?? routes.source(source.slug)} className="link" rel="nofollow">
              <bdi>{source.publisher}</bdi>
              <span>{` ${source.date.slice(0, 4)}`}</span>
            </a>
            {source.stance === "disputes" && <span> disputes</span>}
          </span>
        ))}
        {claim.yes + claim.no > 0 && <span>{` · ${claim.yes} yes, ${claim.no} no`}</span>}
      </span>
    </li>
  );
}
