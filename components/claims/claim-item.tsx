import { nameInBench } from "@/lib/bench/bench";
import { isControversial } from "@/lib/claims/controversial";
import type { ClaimView } from "@/lib/claims/view";
import { routes } from "@/lib/site/routes";
import { today } from "@/lib/text/dates";
import { SourceChips } from "./source-chips";
import { VerdictBadge } from "./verdict-badge";
import { VoteControl } from "./vote-control";

/** One claim: the statement, its verdict, who says so, and behind "evidence" where and why. */
export function ClaimItem({ claim, framework }: { claim: ClaimView; framework: string }) {
  return (
    <article id={`claim-${claim.slug}`} className="py-3 target:bg-accent-soft">
      <p dir="auto" className="leading-snug">
        {claim.text}
      </p>
      <div className="mt-1.5 flex flex-wrap items-center gap-x-2 gap-y-1">
        <VerdictBadge verdict={claim.verdict} />
        {isControversial(claim.votes) && <span className="chip">controversial</span>}
        <SourceChips assertions={claim.assertions} anchor={`${framework}-${claim.slug}`} />
      </div>
      <VoteControl claim={claim.id} text={claim.text} {...claim.votes} />
      <details className="group mt-1.5 text-sm">
        <summary className="inline-block list-none py-0.5 text-muted before:mr-1 before:font-mono before:content-['+'] hover:text-accent group-open:before:content-['−']">
          Evidence<span className="sr-only"> for: {claim.text}</span>
        </summary>
        <Evidence claim={claim} framework={framework} />
        {claim.reworded && (
          <p className="mt-2 border-l-2 border-line pl-3 text-muted">
            Reworded on {claim.reworded.day}: <bdi>{claim.reworded.why}</bdi> It read “
            <bdi>{claim.reworded.before}</bdi>” before; votes are on both.
          </p>
        )}
        <p className="no-print mt-2 flex flex-wrap gap-x-4 gap-y-1">
          <a href={`${routes.suggest(framework)}?kind=assertion&claim=${claim.id}`} rel="nofollow" className="link">
            Add a source<span className="sr-only"> on: {claim.text}</span>
          </a>
          <a href={`${routes.suggest(framework)}?kind=wording&claim=${claim.id}`} rel="nofollow" className="link">
            Better words<span className="sr-only"> for: {claim.text}</span>
          </a>
          <a href={`${routes.suggest(framework)}?kind=flag&claim=${claim.id}`} rel="nofollow" className="link">
            Report<span className="sr-only">: {claim.text}</span>
          </a>
        </p>
      </details>
    </article>
  );
}

function Evidence({ claim, framework }: { claim: ClaimView; framework: string }) {
  return (
    <ul className="mt-1 space-y-2 border-l-2 border-line pl-3 leading-6">
      {claim.decidedBy && claim.judged && (
        <li>
          <p>
            <span className={claim.judged === "supports" ? "text-still-true" : "text-disputed"}>
              {claim.judged === "supports" ? "✓ Supports" : "✕ Disputes"}
            </span>{" "}
            <a href={`${routes.framework(framework)}#score-${claim.criterion}`} className="link">
              {nameInBench(claim.decidedBy)}
            </a>{" "}
            <span className="text-muted">(the bench, which decides this claim)</span>
          </p>
        </li>
      )}
      {claim.assertions.map((assertion) => {
        const { source, stance, locator, url, note, since, versionEnded } = assertion;
        return (
          <li key={`${source.slug} ${locator} ${url ?? ""}`}>
            <p>
              <span className={stance === "supports" ? "text-still-true" : "text-disputed"}>
                {stance === "supports" ? "✓ Supports" : "✕ Disputes"}
              </span>{" "}
              <a href={routes.source(source.slug)} className="link">
                <bdi>{source.title}</bdi>
              </a>{" "}
              <span className="text-muted">
                (<bdi>{source.publisher}</bdi>, {source.date})
              </span>
            </p>
            <p className="text-muted">
              {url ? (
                <a href={url} className="link" rel="nofollow">
                  <bdi>{locator}</bdi>
                </a>
              ) : (
                <bdi>{locator}</bdi>
              )}
              {since && <> · no longer since {since}</>}
              {versionEnded && versionEnded < today() && <> · the version of then ended on {versionEnded}</>}
            </p>
            {note && (
              <p dir="auto" className="mt-0.5">
                {note}
              </p>
            )}
          </li>
        );
      })}
    </ul>
  );
}
