import * as actions from "@/lib/decide/actions";
import type { TeamDecision } from "@/lib/decide/queries";
import { fewestBallots } from "@/lib/decide/team";
import { ActionForm } from "../form/action-form";

/** What only the one whose decision it is can do: invite, open the ballots, begin again, delete. */
export function TeamOwnerForms({ team, ballots }: { team: TeamDecision; ballots: number }) {
  const fields = { decision: team.id };
  return (
    <div className="mt-4 space-y-3">
      {/* The link comes below it: what is beside would give way. */}
      <div className="max-w-xl">
        <ActionForm
          action={actions.inviteAction}
          fields={fields}
          submit={team.invited ? "New invitation link (ends the old one)" : "Invite by link"}
          quiet
        />
      </div>
      <div className="flex flex-wrap items-start gap-2">
        {team.invited && (
          <ActionForm action={actions.endInvitationAction} fields={fields} submit="End the invitation" quiet />
        )}
        {!team.revealed && ballots >= fewestBallots && (
          <ActionForm action={actions.revealAction} fields={fields} submit={`Open the ${ballots} ballots`} quiet />
        )}
        {team.revealed && (
          <ActionForm action={actions.anotherRoundAction} fields={fields} submit="Another round, blind again" quiet />
        )}
      </div>
      <details className="text-sm">
        <summary className="text-muted">Delete this decision</summary>
        <ActionForm
          action={actions.deleteDecisionAction}
          fields={fields}
          submit="Delete it with its ballots; it can’t be undone"
          quiet
        />
      </details>
    </div>
  );
}
