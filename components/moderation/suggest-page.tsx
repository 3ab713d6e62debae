import type { CheckId } from "@/lib/bench/checks";
import type { MeasureId } from "@/lib/bench/measures";
import type { CorrectableFact } from "@/lib/frameworks/corrected-fact";
import type { FrameworkView } from "@/lib/frameworks/framework";
import type { FrameworkKind } from "@/lib/moderation/kinds";
import { choicesOf, type Noun, type WayIn, waysIn } from "@/lib/moderation/ways-in";
import { routes } from "@/lib/site/routes";
import { AboutFramework } from "../frameworks/about-framework";
import { SuggestForm } from "./suggest-form";

/** What the reader came from: at most one of them. */
export interface About {
  claim: string | null;
  fact: CorrectableFact | null;
  check: CheckId | null;
  /** A release line. */
  release: string | null;
  measure: MeasureId | null;
}

export interface SuggestPageProps {
  framework: Pick<
    FrameworkView,
    "slug" | "name" | "facts" | "answers" | "releases" | "supportSource" | "supportAsOf" | "standing" | "measures"
  >;
  way: WayIn;
  kind: FrameworkKind;
  about: About;
  claims: { id: number; text: string }[];
}

/** Two ways to say that something should read otherwise, and a form for each kind of it; a moderator looks first. */
export function SuggestPage({ framework, way, kind, about, claims }: SuggestPageProps) {
  const { slug, name } = framework;
  const from = Object.entries(about).flatMap(([key, value]) => (value === null ? [] : [[key, value] as const]));
  const noun = (from[0]?.[0] ?? null) as Noun | null;
  const offered = choicesOf(way, noun);
  const { name: title, says } = waysIn.find(({ id }) => id === way) ?? waysIn[1];
  const address = (query: Record<string, string>) => routes.suggest(slug, { ...query, ...Object.fromEntries(from) });
  return (
    <AboutFramework framework={framework} title={title}>
      <p className="mt-3 max-w-prose">
        <span>{`${says} `}</span>A moderator looks at it before it shows. You can see what became of it, and why, under{" "}
        <a href={routes.suggestions} className="link">
          your suggestions
        </a>
        .
      </p>
      <nav aria-label="Way in" className="mt-5 flex flex-wrap gap-2">
        {waysIn.map((one) => (
          <a
            key={one.id}
            href={address({ way: one.id })}
            aria-current={one.id === way ? "page" : undefined}
            className="choice aria-[current]:border-ink"
          >
            <b className="font-medium">{one.name}</b>
            <span className="text-sm text-muted">{one.says}</span>
          </a>
        ))}
      </nav>
      {offered.length > 1 && (
        <nav aria-label="What it is about" className="mt-3 flex flex-wrap gap-x-4 gap-y-1 text-sm">
          {offered.map((one) => (
            <a
              key={one.kind}
              href={one.kind === "framework" ? routes.suggestFramework : address({ way, kind: one.kind })}
              aria-current={one.kind === kind ? "true" : undefined}
              className="link inline-flex min-h-6 items-center aria-[current]:font-semibold aria-[current]:no-underline"
            >
              {one.name}
            </a>
          ))}
        </nav>
      )}
      <SuggestForm key={`${way} ${kind}`} framework={framework} way={way} kind={kind} about={about} claims={claims} />
      <p className="mt-10 border-t border-line pt-4 text-sm text-muted">
        <span>{`Do you maintain ${name}? `}</span>
        <a href={routes.maintain(slug)} className="link">
          Reply to claims, marked as that
        </a>
      </p>
    </AboutFramework>
  );
}
