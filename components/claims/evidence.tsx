import { nameInBench } from "@/lib/bench/bench";
import type { Stance } from "@/lib/claims/kinds";
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
          <a href={`${routes.framework(framework)}#score-${claim.criterion}`}>
            <Chip name="bench" stance={claim.judged} />
            {` ${nameInBench(claim.decidedBy)}`}
          </a>{" "}
          <span>(the bench, which decides this claim)</span>
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

function Chip({ name, stance }: { name: string; stance: Stance }) {
  return (
    <span className={`chip ${stance}`}>
      {`${name} `}
      <i>{`${stance} this:`}</i>
    </span>
  );
}

function Assertion({ assertion, anchor }: { assertion: AssertionView; anchor: string }) {
  const { source, stance, locator, url, note, since, versionEnded } = assertion;
  const ended = versionEnded && versionEnded < today() ? ` · the version of then ended on ${versionEnded}` : "";
  return (
    <>
      <a href={`${routes.source(source.slug)}#${anchor}`}>
        <Chip name={shortName(source)} stance={stance} /> <bdi>{source.title}</bdi>
      </a>{" "}
      <span>
        (<bdi>{source.publisher}</bdi>
        {`, ${source.date})`}
      </span>
      <p>
        {url ? (
          <a href={url} rel="nofollow">
            <bdi>{locator}</bdi>
          </a>
        ) : (
          <bdi>{locator}</bdi>
        )}
        {(since ? ` · no longer since ${since}` : "") + ended}
      </p>
      {note && <p dir="auto">{note}</p>}
    </>
  );
}
