import { type FeatureSupport, featureSupports, features } from "@/lib/frameworks/features";
import type { FrameworkView } from "@/lib/frameworks/framework";
import { FactSource } from "../site/fact-source";

const signs: Record<FeatureSupport, string> = {
  builtin: "●",
  "official-package": "◍",
  "third-party": "○",
  none: "–",
};

/** The compared features with how each comes; the pages that say so, and what qualifies it, open below. */
export function FeatureMatrix({ framework }: { framework: FrameworkView }) {
  const cells = features.map(({ id, name }) => {
    const feature = framework.features.find((item) => item.id === id);
    return { id, name, feature, support: featureSupports.find((item) => item.id === feature?.support) };
  });
  return (
    <>
      <h3 className="mt-4 font-semibold">What comes with it</h3>
      <p className="mb-1 flex flex-wrap gap-x-3 text-xs text-muted">
        {featureSupports.map(({ id, name }) => (
          <span key={id}>{`${signs[id]} ${name}`}</span>
        ))}
        <span>? Unknown</span>
      </p>
      <dl className="features">
        {cells.map(({ id, name, support }) => (
          <div key={id} className={support && support.id !== "none" ? "" : "text-muted"}>
            <dt>{name}</dt>
            <dd title={support?.name ?? "Unknown"}>
              <span aria-hidden="true">{support ? signs[support.id] : "?"}</span>
              <i>{support?.name ?? "Unknown"}</i>
            </dd>
          </div>
        ))}
      </dl>
      <details className="mt-2">
        <summary className="text-sm text-muted">What each rests on; dispute or improve one</summary>
        <ul className="sourced">
          {cells.map(({ id, name, feature }) => (
            <li key={id}>
              {name} {feature?.source && <FactSource source={feature.source} asOf={feature.asOf} what={name} />}
              {!feature?.source && <span className="text-xs">{feature ? "our reading, unsourced" : "unknown"}</span>}
              {feature?.note && ` · ${feature.note}`}
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}
