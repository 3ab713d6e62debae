import type { CriterionScore } from "@/lib/bench/score";
import { criteria } from "@/lib/claims/criteria";
import { attributeOf } from "@/lib/frameworks/attributes";
import type { ScoredRow } from "@/lib/frameworks/catalogue";
import type { CatalogueRow } from "@/lib/frameworks/row";
import { routes } from "@/lib/site/routes";
import { Logo } from "../frameworks/logo";

const colours = ["var(--series-1)", "var(--series-2)"];
const mostCriteria = 6;

/** The same two while the catalogue has them, else those that most people starred. */
export function pairOf(rows: readonly ScoredRow[]): [ScoredRow, ScoredRow] | null {
  const known = (slug: string) => rows.find(({ row }) => row.slug === slug);
  const [a, b] = rows.toSorted((x, y) => (y.row.stars ?? 0) - (x.row.stars ?? 0));
  const [first, second] = [known("django") ?? a, known("laravel") ?? b];
  return first && second && first !== second ? [first, second] : null;
}

/** Criteria on which both have a score, those where they lie furthest apart, in the order that they have everywhere. */
function apart(pair: readonly ScoredRow[]) {
  return criteria
    .flatMap((criterion) => {
      const scores = pair.map(({ scores: all }) => all.find((score) => score.criterion === criterion.id));
      const [a, b] = scores;
      if (!a || !b || a.value === null || b.value === null) return [];
      return [{ criterion, scores: [a, b], distance: Math.abs(a.value - b.value) }];
    })
    .toSorted((x, y) => y.distance - x.distance)
    .slice(0, mostCriteria)
    .toSorted((x, y) => criteria.indexOf(x.criterion) - criteria.indexOf(y.criterion));
}

/** Where a score of 1 to 5 stands, in percent of the width; dots keep clear of the edges. */
const across = (score: number) => 4 + ((score - 1) / 4) * 92;

/** A real comparison in small: what this site does, shown rather than told. Today's data, drawn on the server. */
export function HomeComparison({ pair }: { pair: [ScoredRow, ScoredRow] }) {
  const rows = pair.map(({ row }) => row);
  const href = routes.compareOf(rows.map(({ slug }) => slug));
  return (
    <figure className="min-w-0 self-start border border-line-strong bg-panel p-4 sm:p-6">
      <figcaption className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <a href={href} className="link font-serif text-3xl leading-tight">
          {rows.map(({ name }) => name).join(" or ")}?
        </a>
        <span className="eyebrow">scores today, 1 to 5</span>
      </figcaption>
      <table className="mt-3 w-full table-fixed text-sm">
        <thead>
          <tr className="align-bottom">
            <td className="w-[34%] sm:w-[30%]" />
            <td />
            {rows.map((row, index) => (
              <th key={row.slug} scope="col" className="w-11 pb-1 font-normal sm:w-14">
                <span className="flex flex-col items-center gap-0.5">
                  <Logo icon={row.icon} name={row.name} size={20} />
                  <span className="sr-only">{row.name}</span>
                  <span
                    aria-hidden="true"
                    className={`size-2.5 ${index === 0 ? "rounded-full" : ""}`}
                    style={{ background: colours[index] }}
                  />
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {apart(pair).map(({ criterion, scores }) => (
            <tr key={criterion.id} className="border-t border-line">
              <th scope="row" className="py-1.5 pr-2 text-left font-normal leading-tight">
                {criterion.name}
              </th>
              <td className="px-1">
                <Scale scores={scores} />
              </td>
              {scores.map((score, index) => (
                <td key={index} className="text-center font-mono">
                  {score.value?.toFixed(1)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <dl className="mt-3 grid grid-cols-2 gap-x-4 border-t border-line-strong pt-3 text-sm">
        {rows.map((row, index) => (
          <div key={row.slug} className="min-w-0 border-l-4 pl-2.5" style={{ borderColor: colours[index] }}>
            <dt className="font-medium">{row.name}</dt>
            {factsOf(row).map((fact) => (
              <dd key={fact} className="text-muted">
                {fact}
              </dd>
            ))}
            <dd className="text-muted">
              {row.claims} claims, {row.contested} contested
            </dd>
          </div>
        ))}
      </dl>
      <p className="mt-3 text-sm">
        <a href={href} className="link">
          The whole comparison
        </a>{" "}
        <a href={routes.compare} className="link ml-3">
          Compare others
        </a>
      </p>
    </figure>
  );
}

/** Language, level and support in a few words; what is unknown says so. */
function factsOf(row: CatalogueRow): string[] {
  const text = (id: string) => attributeOf(id)?.text(row).split(";")[0];
  return [text("language") || "language unknown", `${text("level") || "unknown"} level`, text("support") ?? ""];
}

/** Both scores as dots on one line, with what is uncertain of each as a thin one. The numbers stand beside it. */
function Scale({ scores }: { scores: readonly CriterionScore[] }) {
  return (
    <svg width="100%" height="26" aria-hidden="true" className="overflow-visible">
      <line x1="0" x2="100%" y1="13" y2="13" stroke="var(--line)" />
      {scores.map(({ low, high, criterion }, index) => (
        <line
          key={criterion + String(index)}
          x1={`${across(low)}%`}
          x2={`${across(high)}%`}
          y1={index === 0 ? 8 : 18}
          y2={index === 0 ? 8 : 18}
          stroke={colours[index]}
          strokeOpacity="0.55"
          strokeWidth="2"
        />
      ))}
      {scores.map(({ value }, index) =>
        value === null ? null : index === 0 ? (
          <circle key="first" cx={`${across(value)}%`} cy="8" r="5.5" fill={colours[0]} />
        ) : (
          <svg key="second" x={`${across(value)}%`} y="18" className="overflow-visible">
            <rect x="-5" y="-5" width="10" height="10" fill={colours[1]} />
          </svg>
        ),
      )}
    </svg>
  );
}
