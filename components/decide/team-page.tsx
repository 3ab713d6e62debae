import type { TeamDecision } from "@/lib/decide/queries";
import { teamOutcome } from "@/lib/decide/team";
import { routes } from "@/lib/site/routes";
import { Notice } from "../ui/notice";
import { BallotForm } from "./ballot-form";
import { DividedScores } from "./divided-scores";
import { DividedWeights } from "./divided-weights";
import { JointRanking } from "./joint-ranking";
import { TeamMembers } from "./team-members";

/** A saved decision: its own ranking, and the team that weighs it blind before all see all. */
export function TeamPage({ team, given }: { team: TeamDecision; given: boolean }) {
  return (
    <div className="max-w-5xl">
      <p className="eyebrow mt-10">
        Decision
        {!team.own && (
          <>
            <span>{" by "}</span>
            <bdi>{team.owner}</bdi>
          </>
        )}
      </p>
      <h1 dir="auto" className="mt-3 text-5xl">
        {team.title}
      </h1>
      <p className="mt-4 flex flex-wrap gap-2">
        <a href={`${routes.decide}${team.search}`} className="button button-strong">
          Open it
        </a>
        <a href={`${routes.record}${team.search}`} rel="nofollow" className="button">
          Make a record
        </a>
        <a href={`${routes.shortlist}#decisions`} className="button">
          All your decisions
        </a>
      </p>
      {given && team.ballot?.given && !team.revealed && (
        <Notice kind="done">
          Your ballot is given. Until the ballots are opened, you can give another in its place.
        </Notice>
      )}
      <TeamMembers team={team} />
      {team.ballot && !team.revealed && <BallotForm team={team} ballot={team.ballot} />}
      {team.opened && <TeamResults team={team} />}
    </div>
  );
}

function TeamResults({ team }: { team: TeamDecision }) {
  const outcome = teamOutcome(team.options, team.ballots);
  return (
    <>
      <JointRanking team={team} ranking={outcome.ranking} />
      <DividedWeights ballots={team.ballots} weights={outcome.weights} />
      <DividedScores options={team.options} cells={outcome.cells} />
    </>
  );
}
