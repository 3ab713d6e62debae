import type { HighlightedClaim } from "@/lib/claims/queries";
import { routes } from "@/lib/site/routes";
import { SourceChips } from "../claims/source-chips";
import { VerdictBadge } from "../claims/verdict-badge";

/** One real claim, taken apart: what this site does, shown rather than told. */
export function HomeSpecimen({ claim }: { claim: HighlightedClaim }) {
  return (
    <figure className="border border-line-strong bg-panel p-6 sm:p-8">
      <figcaption className="eyebrow flex justify-between gap-4">
        <span>{claim.framework.name}</span>
        <span>a claim, taken apart</span>
      </figcaption>
      <p dir="auto" className="mt-4 font-serif text-3xl leading-tight">
        {claim.text}
      </p>
      <div className="mt-4 flex flex-wrap items-center gap-2">
        <VerdictBadge verdict={claim.verdict} />
        <SourceChips assertions={claim.assertions} anchor={`${claim.framework.slug}-${claim.slug}`} />
      </div>
      <ul className="mt-5 space-y-3 border-t border-line pt-4 text-sm">
        {claim.assertions.slice(0, 3).map((assertion) => (
          <li key={`${assertion.source.slug} ${assertion.locator}`}>
            <span className={assertion.stance === "supports" ? "text-still-true" : "text-disputed"}>
              {assertion.stance === "supports" ? "✓" : "✕"} {assertion.source.date.slice(0, 4)}
            </span>{" "}
            <bdi>{assertion.note ?? `${assertion.source.publisher}: ${assertion.locator}`}</bdi>
          </li>
        ))}
      </ul>
      <a
        href={`${routes.framework(claim.framework.slug)}#claim-${claim.slug}`}
        className="link mt-4 inline-block text-sm"
      >
        See it in its place
      </a>
    </figure>
  );
}
