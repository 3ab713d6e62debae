import { correctableFacts } from "@/lib/frameworks/corrected-fact";
import { standingText } from "@/lib/frameworks/corrected-standing";
import { factNames, factText } from "@/lib/frameworks/facts";
import type { FrameworkView } from "@/lib/frameworks/framework";
import { OneWayIn, WaysIn } from "../moderation/ways-in";
import { FactSource } from "../site/fact-source";

const correctable = new Set<string>(correctableFacts.map(({ key }) => key));

/** Facts at a glance; where each was read, and when, opens below them, with the way to correct it. */
export function FactList({ framework: { slug, facts, standing } }: { framework: FrameworkView }) {
  return (
    <>
      <dl className="facts">
        {factNames.map(({ key, name }) => {
          const fact = facts[key];
          const text = factText(fact);
          const link = typeof fact?.value === "string" && fact.value.startsWith("https:") ? fact.value : null;
          return (
            <div key={key}>
              <dt>{name}</dt>
              <dd>
                {link ? (
                  <a href={link} className="link break-all" rel="nofollow">
                    {link.replace(/^https:\/\/(www\.)?/, "").replace(/\/$/, "")}
                  </a>
                ) : (
                  (text ?? <span className="text-muted">unknown</span>)
                )}
              </dd>
            </div>
          );
        })}
      </dl>
      <details className="mt-2">
        <summary className="text-sm text-muted">Where each was read, and when; dispute or improve one</summary>
        <ul className="sourced">
          <li>
            Standing: {standingText(standing.value)}{" "}
            {standing.source && <FactSource source={standing.source} asOf={standing.asOf} what="the standing" />}
            {standing.note && ` · ${standing.note}`} <OneWayIn slug={slug} about="kind=standing" />
          </li>
          {factNames.map(({ key, name }) => {
            const fact = facts[key];
            const isKnown = factText(fact) !== null;
            return (
              <li key={key}>
                {name} {isKnown && fact && <FactSource source={fact.source} asOf={fact.asOf} what={name} />}
                {!isKnown && <span className="text-muted">unknown</span>}
                {isKnown && fact?.editorial && " · our reading"}
                {isKnown && fact?.note && !fact.editorial && ` · ${fact.note}`}
                {correctable.has(key) && (
                  <>
                    {" "}
                    <WaysIn slug={slug} about={`fact=${key}`} name={name} unknown={!isKnown} />
                  </>
                )}
              </li>
            );
          })}
        </ul>
      </details>
    </>
  );
}
