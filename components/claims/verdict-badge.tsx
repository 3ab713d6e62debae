import { type Verdict, verdicts } from "@/lib/claims/rules";
import { routes } from "@/lib/site/routes";

const nameOf = (verdict: Verdict) => (verdicts.find((item) => item.id === verdict) ?? verdicts[5]).name;

/** Told apart by word and sign (claim.css), not by colour alone. Leads to the rule behind it. */
export function VerdictBadge({ verdict, link = true }: { verdict: Verdict; link?: boolean }) {
  const className = `verdict ${verdict}`;
  if (!link) return <span className={className}>{nameOf(verdict)}</span>;
  return (
    <a href={`${routes.method}#verdict-${verdict}`} className={className} title="Its rule">
      {nameOf(verdict)}
    </a>
  );
}

/** The sign of a verdict where there is no room for its word; read aloud by its word. */
export function VerdictMark({ verdict }: { verdict: Verdict }) {
  const name = nameOf(verdict);
  return (
    <span className={`sign ${verdict}`} title={name}>
      <i>{`${name}: `}</i>
    </span>
  );
}

/** What the signs mean, above claims that show no more than them. */
export function VerdictLegend() {
  return (
    <p className="mb-2 flex flex-wrap items-center gap-x-3 gap-y-1 text-xs text-muted">
      {verdicts.map(({ id, name }) => (
        <span key={id} className="inline-flex items-center gap-1 whitespace-nowrap">
          <span className={`sign ${id}`} />
          {name}
        </span>
      ))}
    </p>
  );
}
