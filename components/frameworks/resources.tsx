import type { FrameworkView } from "@/lib/frameworks/framework";
import { routes } from "@/lib/site/routes";

const costs = [
  { id: "official", name: "Official" },
  { id: "free", name: "Free" },
  { id: "paid", name: "Paid" },
];
const states: Record<string, string> = { outdated: "outdated", unchecked: "not checked by us" };

/** Where to learn it, official first; who recommended it, and whether it still fits. */
export function Resources({ resources }: { resources: FrameworkView["resources"] }) {
  if (resources.length === 0) return <p className="text-muted">None entered yet.</p>;
  return (
    <div className="grid gap-x-8 gap-y-4 md:grid-cols-3">
      {costs.map(({ id, name }) => {
        const own = resources.filter((resource) => resource.cost === id);
        return (
          <div key={id} className={own.length === 0 ? "max-md:hidden" : ""}>
            <h3 className="eyebrow">{name}</h3>
            {own.length === 0 && <p className="mt-2 text-sm text-muted">None listed.</p>}
            <ul className="mt-1">
              {own.map((resource) => (
                <li key={resource.url} className="border-t border-line py-1.5 text-sm">
                  <a href={resource.url} className="link" rel="nofollow">
                    <bdi>{resource.title}</bdi>
                  </a>
                  <p className="text-sm text-muted">
                    <bdi>{resource.format}</bdi>
                    {states[resource.state] && (
                      <span className={resource.state === "outdated" ? "text-outdated" : ""}>
                        {" "}
                        · {states[resource.state]}
                      </span>
                    )}
                    {resource.recommendations.map(({ source }) => (
                      <span key={source.slug}>
                        {" "}
                        ·{" "}
                        <a href={routes.source(source.slug)} className="link">
                          recommended {source.date.slice(0, 4)}
                        </a>
                      </span>
                    ))}
                  </p>
                  {resource.note && <p className="text-sm text-muted">{resource.note}</p>}
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </div>
  );
}
