import type { FrameworkView } from "@/lib/frameworks/framework";

/** Shares in surveys, each with its question, its number of respondents and its source. */
export function Usage({ figures }: { figures: FrameworkView["usage"] }) {
  if (figures.length === 0) return <p className="text-sm text-muted">No survey that we hold lists it.</p>;
  return (
    <ul>
      {figures.map((figure) => (
        <li key={`${figure.survey} ${figure.year} ${figure.measure}`} className="border-t border-line py-2">
          <span className="font-mono">{figure.percent} %</span> {figure.measure}
          <p className="text-sm text-muted">
            <a href={figure.url} className="link" rel="nofollow">
              {figure.survey} {figure.year}
            </a>
            {figure.respondents && <>, {figure.respondents.toLocaleString("en")} respondents</>}. {figure.note}
          </p>
        </li>
      ))}
    </ul>
  );
}
