import { criterionOf } from "@/lib/claims/criteria";
import { direction } from "@/lib/claims/rules";
import type { RecordOption } from "@/lib/decide/record";
import type { RecordClaim } from "@/lib/decide/record-claims";
import { routes } from "@/lib/site/routes";
import { VerdictBadge } from "../claims/verdict-badge";
import { Section } from "../ui/section";

/** What spoke for and against each option, with its sources. */
export function RecordClaims({ options }: { options: RecordOption[] }) {
  return (
    <Section id="pros-and-cons" title="For and against">
      {options
        .filter((option) => option.claims !== null)
        .map((option) => (
          <OptionClaims key={option.slug} option={option} />
        ))}
    </Section>
  );
}

function OptionClaims({ option }: { option: RecordOption }) {
  const claims = option.claims ?? [];
  return (
    <div className="mt-6 break-inside-avoid-page">
      <h3 className="text-lg font-semibold">
        <span>{`${option.name} `}</span>
        <span className="font-mono text-sm font-normal text-muted">{option.total.toFixed(2)}</span>
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
        ))}
      </ul>
    </div>
  );
}
