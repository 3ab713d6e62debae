import { criterionOf } from "@/lib/claims/criteria";
import type { HighlightedClaim } from "@/lib/claims/queries";
import { routes } from "@/lib/site/routes";
import { Logo } from "../frameworks/logo";
import { SourceChips } from "./source-chips";
import { VerdictBadge } from "./verdict-badge";

/** A claim out of its page: with the framework that it is on, leading to it. */
export function Highlight({ claim }: { claim: HighlightedClaim }) {
  const { framework } = claim;
  return (
    <article className="py-4">
      <p className="flex items-center gap-2 text-sm text-muted">
        <Logo icon={framework.icon} name={framework.name} size={16} />
        <a href={routes.framework(framework.slug)} className="font-medium text-ink hover:text-accent">
          {framework.name}
        </a>
        <span>{criterionOf(claim.criterion).name.toLowerCase()}</span>
      </p>
      <p className="mt-1 text-lg leading-snug">
        <a href={`${routes.framework(framework.slug)}#claim-${claim.slug}`} className="hover:text-accent">
          <bdi>{claim.text}</bdi>
        </a>
      </p>
      <div className="mt-2 flex flex-wrap items-center gap-2">
        <VerdictBadge verdict={claim.verdict} />
        <SourceChips assertions={claim.assertions} anchor={`${framework.slug}-${claim.slug}`} />
      </div>
    </article>
  );
}
