import { jointOf } from "@/lib/decide/joint";
import { evenWeights } from "@/lib/decide/presets";
import type { TeamDecision } from "@/lib/decide/queries";
import { jointDecision } from "@/lib/decide/record";
import { type Decision, decideSearch } from "@/lib/decide/search-params";
import { routes } from "@/lib/site/routes";

/** Where a saved decision leads. Whose weights are opened is said, unless there is but one person. */
export function TeamWays({ team, asked }: { team: TeamDecision; asked: Decision }) {
  const alone = team.members.length === 0;
  const joint = team.opened && decideSearch(jointDecision(asked, jointOf(team.ballots)), true);
  // What its owner held for important is nobody else's business before they have weighed.
  const even = decideSearch({ ...asked, weights: evenWeights, answers: [], own: [] });
  return (
    <p className="mt-4 flex flex-wrap gap-2">
      {joint !== null && (
        <a href={`${routes.decide}${joint}`} rel="nofollow" className="button button-strong">
          Open the joint decision
        </a>
      )}
      {team.own && (
        <a href={`${routes.decide}${team.search}`} className={joint === null ? "button button-strong" : "button"}>
          {alone ? "Open it" : "Open it with your own weights"}
        </a>
      )}
      {!team.own && joint === null && (
        <a href={`${routes.decide}${even}`} className="button button-strong">
          Look at the evidence
        </a>
      )}
      {(alone || joint !== null) && (
        <a
          href={alone ? `${routes.record}${team.search}` : routes.recordOfTeam(team.id)}
          rel="nofollow"
          className="button"
        >
          {alone ? "Make a record" : "Make a record of the joint decision"}
        </a>
      )}
      <a href={`${routes.shortlist}#decisions`} className="button">
        All your decisions
      </a>
    </p>
  );
}
