import { factNames, factText } from "@/lib/frameworks/facts";
import type { FrameworkView } from "@/lib/frameworks/framework";
import { FactSource } from "../site/fact-source";

/** Facts at a glance; where each was read, and when, opens below them. */
export function FactList({ framework: { facts } }: { framework: FrameworkView }) {
  const known = factNames.flatMap(({ key, name }) => {
    const fact = facts[key];
    return fact && factText(fact) !== null ? [{ key, name, fact }] : [];
  });
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
        <summary className="text-sm text-muted">Where each was read, and when</summary>
        <ul className="sourced">
          {known.map(({ key, name, fact }) => (
            <li key={key}>
              {name} <FactSource source={fact.source} asOf={fact.asOf} what={name} />
              {fact.editorial && " · our reading"}
              {fact.note && !fact.editorial && ` · ${fact.note}`}
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}
