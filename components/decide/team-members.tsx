import { leaveAction, removeMemberAction } from "@/lib/decide/actions";
import type { TeamDecision } from "@/lib/decide/queries";
import { ActionForm } from "../form/action-form";
import { Section } from "../ui/section";
import { TeamOwnerForms } from "./team-owner-forms";

/** Who is in the team and has weighed, and what each may do about it. */
export function TeamMembers({ team }: { team: TeamDecision }) {
  const ballots = team.members.filter((member) => member.given).length;
  return (
    <Section
      id="team"
      title="Team"
      lead={
        team.members.length === 0
          ? "Invite others: each weighs and scores without seeing the rest, then all see where they disagree."
          : `Round ${team.round}. ${
              team.revealed
                ? "The ballots are open."
                : `${ballots} of ${team.members.length} have weighed. Nobody sees a ballot of others before they are opened, nor does who invited.`
            }${team.opened && !team.revealed ? ` Those of round ${team.opened.round} were opened on ${team.opened.day}: all see them below.` : ""}`
      }
    >
      {team.members.length > 0 && (
        <ul className="flex flex-wrap gap-2">
          {team.members.map((member) => (
            <li key={member.id} className="chip min-h-8 whitespace-normal px-2.5">
              <span>
                <bdi>{member.name}</bdi>
                <span>{`${member.own ? " (you)" : ""}: ${member.given ? "has weighed" : "not yet"}`}</span>
              </span>
              {team.own && !member.own && (
                <ActionForm
                  action={removeMemberAction}
                  fields={{ decision: team.id, member: member.id }}
                  submit="Take out"
                  label={`Take ${member.name} out of the team, with their ballot`}
                  quiet
                />
              )}
            </li>
          ))}
        </ul>
      )}
      {team.own && <TeamOwnerForms team={team} ballots={ballots} />}
      {!team.own && (
        <details className="mt-4 text-sm">
          <summary className="text-muted">Leave the team</summary>
          <ActionForm action={leaveAction} fields={{ decision: team.id }} submit="Leave, and delete my ballot" quiet />
        </details>
      )}
    </Section>
  );
}
