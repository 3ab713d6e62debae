import { nameInBench } from "@/lib/bench/bench";
import { shortName } from "@/lib/claims/sources-said";
import type { AssertionView, ClaimView } from "@/lib/claims/view";
import { routes } from "@/lib/site/routes";
import { today } from "@/lib/text/dates";

/** Who says so and who disputes it: each source as a chip with its year and stance, where in it, and why it bears on the claim. */
export function Evidence({ claim, framework }: { claim: ClaimView; framework: string }) {
  return (
    <ul className="claim-evidence">
      {claim.decidedBy && claim.judged && (
        <li>
          <a href={`${routes.framework(framework)}#score-${claim.criterion}`} className="link">
            <Chip name="bench" supports={claim.judged === "supports"} /> {nameInBench(claim.decidedBy)}
          </a>{" "}
          <span className="text-muted">(the bench, which decides this claim)</span>
        </li>
      )}
      {claim.assertions.map((assertion) => (
        <li key={`${assertion.source.slug} ${assertion.locator} ${assertion.url ?? ""}`}>
          <Assertion assertion={assertion} anchor={`${framework}-${claim.slug}`} />
        </li>
      ))}
    </ul>
  );
}

function Chip({ name, supports }: { name: string; supports: boolean }) {
  return (
    <span className={supports ? "chip" : "chip against"}>
      {name} <span aria-hidden="true">{supports ? "✓" : "✕"}</span>
      <span className="sr-only">{supports ? "supports this:" : "disputes this:"}</span>
    </span>
  );
}

function Assertion({ assertion, anchor }: { assertion: AssertionView; anchor: string }) {
  const { source, stance, locator, url, note, since, versionEnded } = assertion;
  const ended = versionEnded && versionEnded < today() ? ` · the version of then ended on ${versionEnded}` : "";
  return (
    <>
      <a href={`${routes.source(source.slug)}#${anchor}`} className="link">
        <Chip name={shortName(source)} supports={stance === "supports"} /> <bdi>{source.title}</bdi>
      </a>{" "}
      <span className="text-muted">
        (<bdi>{source.publisher}</bdi>
        {`, ${source.date})`}
      </span>
      <p className="text-muted">
        {url ? (
          <a href={url} className="link" rel="nofollow">
            <bdi>{locator}</bdi>
          </a>
        ) : (
          <bdi>{locator}</bdi>
        )}
        {since && ` · no longer since ${since}`}
        {ended}
      </p>
      {note && <p dir="auto">{note}</p>}
    </>
  );
}
