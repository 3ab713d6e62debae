import { type Verdict, verdicts } from "@/lib/claims/rules";
import { routes } from "@/lib/site/routes";

const glyphs: Record<Verdict, string> = {
  "still-true": "✓",
  partly: "◐",
  disputed: "✕",
  outdated: "↺",
  "says-project": "“",
  unverified: "?",
};

const nameOf = (verdict: Verdict) => (verdicts.find((item) => item.id === verdict) ?? verdicts[5]).name;

/** Told apart by word and sign, not by colour alone. Leads to the rule behind it. */
export function VerdictBadge({ verdict, link = true }: { verdict: Verdict; link?: boolean }) {
  const className = `verdict verdict-${verdict}`;
  const content = (
    <>
      <span aria-hidden="true">{glyphs[verdict]}</span>
      {nameOf(verdict)}
    </>
  );
  if (!link) return <span className={className}>{content}</span>;
  return (
    <a href={`${routes.method}#verdict-${verdict}`} className={className} title="The rule behind this verdict">
      {content}
    </a>
  );
}

/** The sign of a verdict where there is no room for its word; read aloud by its word. */
export function VerdictMark({ verdict }: { verdict: Verdict }) {
  const name = nameOf(verdict);
  return (
    <span className={`verdict verdict-mark verdict-${verdict}`} title={name}>
      <span aria-hidden="true">{glyphs[verdict]}</span>
      <span className="sr-only">{`${name}: `}</span>
    </span>
  );
}

/** What the signs mean, above claims that show no more than them. */
export function VerdictLegend() {
  return (
    <p className="mb-2 flex flex-wrap items-center gap-x-3 gap-y-1 text-xs text-muted">
      {verdicts.map(({ id, name }) => (
        <span key={id} className="inline-flex items-center gap-1 whitespace-nowrap">
          <span aria-hidden="true" className={`verdict verdict-mark verdict-${id}`}>
            {glyphs[id]}
          </span>
          {name}
        </span>
      ))}
    </p>
  );
}
