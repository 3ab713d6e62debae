import { Fragment } from "react";
import { type Difference, mostDifferences, type Side } from "@/lib/compare/differences";
import type { Compared } from "@/lib/compare/queries";
import type { CompareView } from "@/lib/compare/search-params";
import { routes } from "@/lib/site/routes";
import { SourceChips } from "../claims/source-chips";
import { VerdictBadge } from "../claims/verdict-badge";

/** How an answer joins the names of those who give it. */
const joins: Record<string, string> = {
  "Built in": "built in with",
  "Official package": "an official package with",
  "Third party": "by third parties with",
  None: "none with",
  Yes: "yes with",
  Partly: "partly with",
  No: "no with",
};

/** What sets the compared apart, in sentences whose names lead to the sources. */
export function ComparedDifferences({
  compared,
  found,
  view,
}: {
  compared: readonly Compared[];
  found: Difference[];
  view: CompareView;
}) {
  return (
    <section aria-labelledby="differences-title" id="differences" className="mt-8">
      <h2 id="differences-title" className="text-2xl">
        What sets them apart
      </h2>
      {view.asOf !== "now" && (
        <p className="mt-2 max-w-prose text-muted">
          Of {view.asOf} only claims count here: checks and measures are known for today only.
          {found.length === 0 && " None that the evidence of that time confirms speaks for one and against another."}
        </p>
      )}
      {view.asOf === "now" && found.length === 0 && (
        <p className="mt-2 text-muted">Nothing that is evidenced sets them apart by a quarter of a scale or more.</p>
      )}
      <ol className="differences mt-3">
        {found.map((one) => (
          <li key={`${one.kind} ${one.id}`}>
            <p>
              <b>{one.name}</b>:{" "}
              {one.kind === "claims" ? (
                <Said compared={compared} sides={one.sides} />
              ) : (
                <Answers compared={compared} one={one} />
              )}
            </p>
            <p className="count">
              {one.kind !== "claims" && <>{one.criterion.name}, </>}
              {one.points.toFixed(1)} of 4 points
            </p>
          </li>
        ))}
      </ol>
      <p className={`mt-2 text-sm text-muted ${found.length === 0 ? "hidden" : ""}`}>
        {found.length < mostDifferences
          ? "All that are evidenced, by "
          : "The five largest that are evidenced, one of each criterion, by "}
        <a href={`${routes.method}#differences`} className="link">
          how far they move a score
        </a>
        .
      </p>
    </section>
  );
}

const nameOf = (compared: readonly Compared[], { index }: Side) => compared[index]?.row.name;

/** "built in with Django and Laravel, none with Rails": neighbours of one answer together, each name leads to its source. */
function Answers({ compared, one: { kind, sides } }: { compared: readonly Compared[]; one: Difference }) {
  return sides.map((side, at) => {
    const [before, after] = [sides[at - 1], sides[at + 1]];
    const begins = kind === "measure" || before?.text !== side.text;
    const last = after?.text !== side.text;
    return (
      <Fragment key={side.index}>
        {at > 0 && (begins ? "; " : last ? " and " : ", ")}
        {begins && kind === "check" && `${joins[side.text] ?? side.text} `}
        <a
          href={side.source ?? undefined}
          rel={side.source?.startsWith("/") ? undefined : "nofollow"}
          title={[side.note, side.asOf && `read ${side.asOf}`].filter(Boolean).join(", ") || undefined}
          className="link"
        >
          {nameOf(compared, side)}
        </a>
        {kind === "measure" && ` ${side.text}`}
        {at === sides.length - 1 && "."}
      </Fragment>
    );
  });
}

/** The claim for one and the claim against another, with verdicts and sources. */
function Said({ compared, sides }: { compared: readonly Compared[]; sides: Side[] }) {
  return sides.map((side, at) => {
    const row = compared[side.index]?.row;
    if (!row || !side.claim) return null;
    return (
      <Fragment key={side.index}>
        {at === 0 ? "for" : " Against"} {row.name},{" "}
        <a href={`${routes.framework(row.slug)}#claim-${side.claim.slug}`} className="link">
          <bdi>{side.text}</bdi>
        </a>
        <span className="ml-1 inline-flex flex-wrap items-center gap-1 align-middle">
          <VerdictBadge verdict={side.claim.verdict} />
          <SourceChips assertions={side.claim.assertions} anchor={`${row.slug}-${side.claim.slug}`} />
        </span>
        {at === 0 && "."}
      </Fragment>
    );
  });
}
