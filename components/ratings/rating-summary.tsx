import { criteria } from "@/lib/claims/criteria";
import type { FrameworkView } from "@/lib/frameworks/framework";
import { addDistributions, countOf, distributionOf, experiences, fewestRatings, meanOf } from "@/lib/ratings/rules";
import { routes } from "@/lib/site/routes";
import { dayOf } from "@/lib/text/dates";
import { NoRating } from "./no-rating";
import { RateLink } from "./rate-link";

/** What people rated it: how many, how they spread, by experience, per criterion. Nothing is invented where nobody did. */
export function RatingSummary({ framework }: { framework: FrameworkView }) {
  const { ratings, slug, name } = framework;
  const overall = distributionOf(ratings, "overall");
  const mean = meanOf(overall);
  const everyone = ratings.filter((one) => one.criterion === "overall").reduce((sum, one) => sum + one.everyone, 0);
  const waiting = everyone - countOf(overall);
  return (
    <div>
      {mean ? (
        <div className="grid gap-x-12 gap-y-6 md:grid-cols-2">
          <div>
            <p>
              <span className="font-mono text-4xl">{mean.mean.toFixed(1)}</span>{" "}
              <span className="text-muted">
                of 5 from {mean.n} {mean.n === 1 ? "rating" : "ratings"}
                {mean.n < fewestRatings
                  ? `; no rank under ${fewestRatings}`
                  : `; 90 % interval ${mean.low.toFixed(1)} to ${mean.high.toFixed(1)}`}
              </span>
            </p>
            <Bars distribution={overall} />
          </div>
          <div>
            <h3 className="font-medium">By experience</h3>
            <dl className="ledger mt-2 text-sm">
              {experiences.map(({ id, name: title }) => {
                const part = addDistributions(
                  ratings
                    .filter((one) => one.criterion === "overall" && one.experience === id)
                    .map((one) => one.distribution),
                );
                const partMean = meanOf(part);
                return (
                  <div key={id} className="flex justify-between gap-4 py-1.5">
                    <dt>{title}</dt>
                    <dd className="text-muted">
                      {partMean && partMean.n >= fewestRatings ? (
                        <>
                          <span className="font-mono text-ink">{partMean.mean.toFixed(1)}</span> from {partMean.n}
                        </>
                      ) : (
                        `${partMean?.n ?? 0} of the ${fewestRatings} that a mean needs`
                      )}
                    </dd>
                  </div>
                );
              })}
            </dl>
          </div>
        </div>
      ) : (
        <NoRating slug={slug} name={name} />
      )}
      {waiting > 0 && (
        <p className="mt-3 text-sm text-muted">
          {waiting} more {waiting === 1 ? "rating is" : "ratings are"} kept and not counted, by the{" "}
          <a href={routes.integrity} className="link">
            rules on integrity
          </a>
          .
        </p>
      )}
      <PerCriterion framework={framework} />
      <Reviews framework={framework} />
      <p className="no-print mt-5">
        <RateLink slug={slug} name={name} />
      </p>
    </div>
  );
}

function Bars({ distribution }: { distribution: ReturnType<typeof distributionOf> }) {
  const most = Math.max(...distribution, 1);
  return (
    <table className="mt-3 w-full max-w-sm text-sm">
      <caption className="sr-only">How many gave each number</caption>
      <tbody>
        {([5, 4, 3, 2, 1] as const).map((stars) => {
          const n = distribution[stars - 1] ?? 0;
          return (
            <tr key={stars}>
              <th scope="row" className="w-8 text-left font-mono font-normal">
                {stars}
              </th>
              <td>
                <svg width="100%" height="10" aria-hidden="true">
                  <rect width="100%" height="10" fill="var(--sunken)" />
                  <rect width={`${(n / most) * 100}%`} height="10" fill="var(--ink)" />
                </svg>
              </td>
              <td className="w-12 text-right font-mono">{n}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** What people wrote, the newest first; with what they know it from, never with a name. */
function Reviews({ framework }: { framework: FrameworkView }) {
  if (framework.reviews.length === 0) return null;
  return (
    <div className="mt-5">
      <h3 className="font-medium">In their words</h3>
      <ul className="ledger mt-2">
        {framework.reviews.map(({ id, text, experience, years, stillUsing, overall, at }) => (
          <li key={id} className="py-3">
            <p dir="auto" className="whitespace-pre-line">
              {text}
            </p>
            <p className="mt-1 text-sm text-muted">
              {[
                overall !== null && `${overall} of 5`,
                experiences.find((known) => known.id === experience)?.name.toLowerCase(),
                years !== null && `${years} ${years === 1 ? "year" : "years"}`,
                stillUsing !== null && (stillUsing ? "still uses it" : "left it"),
                dayOf(at),
              ]
                .filter(Boolean)
                .join(" · ")}
              {" · "}
              <a href={routes.report("review", id)} rel="nofollow" className="no-print link">
                Report<span className="sr-only"> this review</span>
              </a>
            </p>
          </li>
        ))}
      </ul>
    </div>
  );
}

function PerCriterion({ framework }: { framework: FrameworkView }) {
  const rows = criteria.flatMap(({ id, name }) => {
    const mean = meanOf(distributionOf(framework.ratings, id));
    return mean ? [{ id, name, mean }] : [];
  });
  if (rows.length === 0) return null;
  return (
    <details className="mt-4">
      <summary className="text-sm text-muted">Per criterion</summary>
      <dl className="ledger mt-2 max-w-md text-sm">
        {rows.map(({ id, name, mean }) => (
          <div key={id} className="flex justify-between gap-4 py-1.5">
            <dt>{name}</dt>
            <dd className="text-muted">
              {mean.n >= fewestRatings ? (
                <>
                  <span className="font-mono text-ink">{mean.mean.toFixed(1)}</span> from {mean.n}
                </>
              ) : (
                `${mean.n} of the ${fewestRatings} that a mean needs`
              )}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
