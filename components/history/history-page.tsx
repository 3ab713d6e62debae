import { type HistoryEntry, historyKinds } from "@/lib/frameworks/entries";
import type { History } from "@/lib/history/queries";
import { routes } from "@/lib/site/routes";
import { Logo } from "../frameworks/logo";
import { WatchButton } from "./watch-button";

/** What changed about a framework and what is said of it, by year: when, why, and whose word it is. */
export function HistoryPage({ history: { slug, name, icon, entries } }: { history: History }) {
  const years = [...new Set(entries.map(({ day }) => day.slice(0, 4)))];
  return (
    <div className="max-w-4xl pb-10">
      <p className="eyebrow mt-10">
        <a href={routes.frameworks} className="hover:text-accent">
          Frameworks
        </a>{" "}
        /{" "}
        <a href={routes.framework(slug)} className="hover:text-accent">
          {name}
        </a>{" "}
        / History
      </p>
      <h1 className="mt-3 flex items-center gap-4 text-5xl">
        <Logo icon={icon} name={name} size={40} />
        {name}: what changed
      </h1>
      <p className="mt-3 max-w-prose text-muted">
        Releases and ends of support, what sources said when they came out, verdicts that flipped, and what readers
        entered. Each says whose word it is.
      </p>
      <div className="no-print mt-4 flex flex-wrap items-start gap-2">
        <WatchButton slug={slug} name={name} />
        <a href={routes.frameworkFeed(slug)} className="button">
          Feed (Atom)
        </a>
      </div>
      {years.length === 0 && <p className="mt-8 text-lg text-muted">Nothing is known of it yet.</p>}
      {years.map((year) => (
        <section key={year} aria-labelledby={`year-${year}`} className="mt-10">
          <h2 id={`year-${year}`} className="text-3xl">
            {year}
          </h2>
          <ul className="ledger mt-2">
            {entries
              .filter(({ day }) => day.startsWith(year))
              .map((entry) => (
                <Entry key={entry.id} entry={entry} />
              ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function Entry({ entry: { id, day, kind, title, why, source, path } }: { entry: HistoryEntry }) {
  return (
    <li id={id} className="grid scroll-mt-16 gap-x-6 py-2.5 target:bg-accent-soft sm:grid-cols-[9rem_1fr]">
      <p className="flex items-baseline gap-x-3 font-mono text-sm text-muted sm:block">
        <time dateTime={day}>{day}</time>
        <span className="block">{historyKinds[kind]}</span>
      </p>
      <div className="min-w-0">
        <p>
          <a href={path} className="link">
            <bdi>{title}</bdi>
          </a>
        </p>
        {why && (
          <p dir="auto" className="text-sm text-muted">
            {why}
          </p>
        )}
        {source && (
          <p className="text-sm">
            <span className="text-muted">Source: </span>
            <a href={source.href} className="link" {...(source.href.startsWith("/") ? {} : { rel: "nofollow" })}>
              <bdi>{source.name}</bdi>
            </a>
          </p>
        )}
      </div>
    </li>
  );
}
