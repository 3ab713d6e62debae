import { factNames, factText } from "@/lib/frameworks/facts";
import type { FrameworkView } from "@/lib/frameworks/framework";
import { FactSource } from "../site/fact-source";

/** Facts, each with its source and the date on which it was read there. */
export function FactList({ framework }: { framework: FrameworkView }) {
  return (
    <dl className="ledger">
      {factNames.map(({ key, name }) => {
        const fact = framework.facts[key];
        const text = factText(fact);
        const link = typeof fact?.value === "string" && fact.value.startsWith("https:") ? fact.value : null;
        return (
          <div key={key} className="py-2">
            <dt className="flex items-baseline justify-between gap-3 text-sm text-muted">
              {name}
              {fact && text !== null && <FactSource source={fact.source} asOf={fact.asOf} what={name} />}
            </dt>
            <dd className="leading-snug">
              {link ? (
                <a href={link} className="link break-all" rel="nofollow">
                  {link.replace(/^https:\/\/(www\.)?/, "").replace(/\/$/, "")}
                </a>
              ) : (
                (text ?? <span className="text-muted">unknown</span>)
              )}
              {fact?.editorial && <span className="text-sm text-muted"> · our reading</span>}
              {fact?.note && !fact.editorial && <span className="block text-sm text-muted">{fact.note}</span>}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
