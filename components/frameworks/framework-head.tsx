import { levelsOf } from "@/lib/claims/summary";
import { factText } from "@/lib/frameworks/facts";
import type { FrameworkView } from "@/lib/frameworks/framework";
import { routes } from "@/lib/site/routes";
import { WatchButton } from "../history/watch-button";
import { MaintainLink } from "../maintainers/maintain-link";
import { SaveButton } from "../shortlist/save-button";
import { Logo } from "./logo";

/** What it is in a line, and what one can do with it from here. */
export function FrameworkHead({ framework, rivalSlugs }: { framework: FrameworkView; rivalSlugs: string[] }) {
  const { name, tagline, facts, claims } = framework;
  const levels = levelsOf(claims);
  const meta = [
    factText(facts.languages),
    factText(facts.kind),
    factText(facts.licence),
    levels.length > 0 ? `${levels.join(" / ")} level` : "level unknown",
  ];
  return (
    <div className="mt-8">
      <div className="flex items-center gap-4">
        <Logo icon={framework.icon} name={name} size={48} />
        <h1 className="text-5xl sm:text-6xl">{name}</h1>
      </div>
      <p dir="auto" className="mt-3 max-w-2xl text-lg">
        {tagline}
      </p>
      <ul className="mt-3 flex flex-wrap gap-x-4 font-mono text-sm text-muted">
        {meta.filter(Boolean).map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
      <div className="no-print mt-4 flex flex-wrap items-start gap-2">
        <a href={routes.compareOf([framework.slug, ...rivalSlugs])} className="button button-strong">
          Compare with rivals
        </a>
        <SaveButton slug={framework.slug} name={name} />
        <WatchButton slug={framework.slug} name={name} />
        <a href={routes.history(framework.slug)} className="button">
          What changed
        </a>
        <a href={routes.suggest(framework.slug)} rel="nofollow" className="button">
          Suggest a change
        </a>
        <MaintainLink slug={framework.slug} />
      </div>
    </div>
  );
}
