import { featureSupports, features } from "@/lib/frameworks/features";
import type { FrameworkView } from "@/lib/frameworks/framework";
import { FactSource } from "../site/fact-source";

const supportGlyphs = { builtin: "●", "official-package": "◍", "third-party": "○", none: "–" } as const;

/** The compared features, each with how it comes and the page that says so. */
export function FeatureMatrix({ framework }: { framework: FrameworkView }) {
  return (
    <ul className="grid gap-x-10 sm:grid-cols-2 lg:grid-cols-3">
      {features.map(({ id, name }) => {
        const feature = framework.features.find((item) => item.id === id);
        const support = featureSupports.find((item) => item.id === feature?.support);
        return (
          <li key={id} className="border-t border-line py-2">
            <div className="flex items-baseline justify-between gap-3">
              <span className="font-medium">{name}</span>
              {feature && support ? (
                <span className={`whitespace-nowrap text-sm ${support.id === "none" ? "text-muted" : ""}`}>
                  <span aria-hidden="true">{supportGlyphs[support.id]} </span>
                  {support.name}
                </span>
              ) : (
                <span className="text-sm text-muted">Unknown</span>
              )}
            </div>
            {feature && (
              <p className="text-sm text-muted">
                {feature.note && <>{feature.note} · </>}
                {feature.source ? (
                  <FactSource source={feature.source} asOf={feature.asOf} what={name} />
                ) : (
                  <span className="text-xs">our reading, unsourced</span>
                )}
              </p>
            )}
          </li>
        );
      })}
    </ul>
  );
}
