import { demandsOf } from "@/lib/decide/constraints";
import { outcomeOf } from "@/lib/decide/decide";
import { withOwnScores } from "@/lib/decide/own-scores";
import type { TeamDecision } from "@/lib/decide/queries";
import { parseDecision } from "@/lib/decide/search-params";
import { teamOutcome } from "@/lib/decide/team";
import { Notice } from "../ui/notice";
import { BallotForm } from "./ballot-form";
import { DividedScores } from "./divided-scores";
import { DividedWeights } from "./divided-weights";
import { JointRanking } from "./joint-ranking";
import { outcomeText } from "./outcome-summary";
import { TeamMembers } from "./team-members";
import { TeamWays } from "./team-ways";

/** A saved decision: its own ranking, and the team that weighs it blind before all see all. */
export function TeamPage({ team, given }: { team: TeamDecision; given: boolean }) {
  const alone = team.members.length === 0;
  const asked = parseDecision(new URLSearchParams(team.search));
  const outcome = outcomeOf(asked.weights, withOwnScores(team.options, asked.own));
  const demands = demandsOf(asked.constraints).map(({ text }) => text);
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
      <p className="mt-2 text-sm text-muted">{`Saved on ${team.saved}${alone ? ", for you alone" : ""}.`}</p>
      {team.own && !team.opened && (
        <p className="mt-4 text-xl" data-outcome>
          {`${alone ? "Today" : "Today, by your own weights"}: ${outcomeText(outcome, { excluded: [] })}`}
        </p>
      )}
      {demands.length > 0 && <p className="mt-1 text-muted">{`Required: ${demands.join("; ")}.`}</p>}
      <TeamWays team={team} asked={asked} />
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
  const result = teamOutcome(team.options, team.ballots);
  return (
    <>
      <JointRanking team={team} result={result} />
      <DividedWeights ballots={team.ballots} weights={result.weights} />
      <DividedScores options={team.options} cells={result.cells} />
    </>
  );
}
