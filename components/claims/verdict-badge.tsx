import { type Verdict, verdicts } from "@/lib/claims/rules";
import { routes } from "@/lib/site/routes";

const looks: Record<Verdict, { glyph: string; colours: string }> = {
  "still-true": { glyph: "✓", colours: "bg-still-true-soft text-still-true" },
  partly: { glyph: "◐", colours: "bg-partly-soft text-partly" },
  disputed: { glyph: "✕", colours: "bg-disputed-soft text-disputed" },
  outdated: { glyph: "↺", colours: "bg-outdated-soft text-outdated" },
  "says-project": { glyph: "“", colours: "bg-unverified-soft text-unverified" },
  unverified: { glyph: "?", colours: "bg-unverified-soft text-unverified" },
};

/** Told apart by word and sign, not by colour alone. Leads to the rule behind it. */
export function VerdictBadge({ verdict, link = true }: { verdict: Verdict; link?: boolean }) {
  const { name } = verdicts.find((item) => item.id === verdict) ?? verdicts[5];
  const { glyph, colours } = looks[verdict];
  const className = `inline-flex items-center gap-1 whitespace-nowrap rounded-[3px] px-1.5 py-0.5 text-xs font-medium leading-tight ${colours}`;
  const content = (
    <>
      <span aria-hidden="true">{glyph}</span>
      {name}
    </>
  );
  if (!link) return <span className={className}>{content}</span>;
  return (
    <a
      href={`${routes.method}#verdict-${verdict}`}
      className={`${className} min-h-6 hover:underline`}
      title="The rule behind this verdict"
    >
      {content}
    </a>
  );
}
