import { type CriterionId, criteria, criterionOf } from "@/lib/claims/criteria";
import * as actions from "@/lib/decide/actions";
import { percent } from "@/lib/decide/percent";
import type { TeamDecision } from "@/lib/decide/queries";
import { parseDecision } from "@/lib/decide/search-params";
import { fewestBallots, type Spread, scoreField, teamOutcome, weightField } from "@/lib/decide/team";
import { routes } from "@/lib/site/routes";
import { Notice } from "../auth/auth-page";
import { ActionForm, LongField, Select } from "../auth/form";
import { Scroll } from "../site/scroll";
import { Section } from "../site/section";
import { TableHead } from "../site/table-head";

/** A saved decision: its own ranking, and the team that weighs it blind before all see all. */
export function TeamPage({ team, given }: { team: TeamDecision; given: boolean }) {
  const ballots = team.members.filter((member) => member.given).length;
  return (
    <div className="max-w-5xl">
      <p className="eyebrow mt-10">
        Decision
        {!team.own && (
          <>
            {" "}
            by <bdi>{team.owner}</bdi>
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
                <bdi>{member.name}</bdi>
                {member.own && " (you)"}: {member.given ? "has weighed" : "not yet"}
                {team.own && !member.own && (
                  <ActionForm
                    action={actions.removeMemberAction}
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
        {team.own && <OwnerForms team={team} ballots={ballots} />}
        {!team.own && (
          <details className="mt-4 text-sm">
            <summary className="text-muted">Leave the team</summary>
            <ActionForm
              action={actions.leaveAction}
              fields={{ decision: team.id }}
              submit="Leave, and delete my ballot"
              quiet
            />
          </details>
        )}
      </Section>
      {team.ballot && !team.revealed && <BallotForm team={team} ballot={team.ballot} />}
      {team.opened && <Results team={team} />}
    </div>
  );
}

function OwnerForms({ team, ballots }: { team: TeamDecision; ballots: number }) {
  const fields = { decision: team.id };
  return (
    <div className="mt-4 space-y-3">
      <div className="flex flex-wrap items-start gap-2">
        <ActionForm
          action={actions.inviteAction}
          fields={fields}
          submit={team.invited ? "New invitation link (ends the old one)" : "Invite by link"}
          quiet
        />
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

function BallotForm({ team, ballot }: { team: TeamDecision; ballot: NonNullable<TeamDecision["ballot"]> }) {
  const start = parseDecision(new URLSearchParams(team.search)).weights;
  return (
    <Section
      id="ballot"
      title="Your ballot"
      lead="What counts for you, from 0 to 100; only the proportions matter. Where you know a framework better than the evidence, say so: 1 is bad, 5 is good."
    >
      <ActionForm
        action={actions.giveBallotAction}
        fields={{ decision: team.id }}
        submit={ballot.given ? "Give this ballot instead" : "Give my ballot"}
      >
        <div className="grid gap-x-10 sm:grid-cols-2 lg:grid-cols-3">
          {criteria.map(({ id, name, question }) => (
            <div key={id}>
              <LongField
                name={weightField(id)}
                label={name}
                hint={question}
                lines={1}
                value={String(ballot.weights[id] ?? start[id])}
                needed
              />
            </div>
          ))}
        </div>
        {team.scored.map((option) => (
          <details
            key={option.slug}
            className="mt-4 border-t border-line pt-3"
            open={ballot.scores[option.slug] !== undefined}
          >
            <summary className="font-medium">My scores of {option.name}</summary>
            <div className="mt-2 grid grid-cols-2 gap-x-6 gap-y-2 sm:grid-cols-3 lg:grid-cols-4">
              {criteria.map(({ id, name }, index) => (
                <Select
                  key={id}
                  small
                  name={scoreField(option.slug, id)}
                  label={name}
                  of={option.name}
                  value={String(ballot.scores[option.slug]?.[id] ?? "")}
                  options={[
                    {
                      value: "",
                      text:
                        option.scores[index] === null ? "no evidence" : `evidence ${option.scores[index]?.toFixed(1)}`,
                    },
                    ...[1, 2, 3, 4, 5].map((value) => ({ value: String(value), text: String(value) })),
                  ]}
                />
              ))}
            </div>
          </details>
        ))}
      </ActionForm>
    </Section>
  );
}

/** How many of the joint ranking are listed. */
const mostShown = 20;

function Results({ team }: { team: TeamDecision }) {
  const outcome = teamOutcome(team.options, team.ballots);
  const nameOf = (slug: string) => team.options.find((option) => option.slug === slug)?.name ?? slug;
  const [first] = outcome.ranking;
  const weights = outcome.weights.toSorted((a, b) => b.share.spread - a.share.spread);
  return (
    <>
      <Section
        id="joint"
        title="Joint ranking"
        lead={`${team.revealed ? "" : `Of round ${team.opened?.round}. `}The mean of ${team.ballots.length} people’s totals; each counts the same.`}
      >
        {first && (
          <p className="mb-3 text-xl">
            {first.option.name} is first together
            {first.firsts.length === team.ballots.length
              ? ", and for everybody."
              : `, and first for ${first.firsts.length} of ${team.ballots.length}.`}
          </p>
        )}
        <Table head={["Framework", "Mean", "From … to", "Spread", ...team.ballots.map(({ name }) => name)]}>
          {outcome.ranking.slice(0, mostShown).map(({ option, total, by }) => (
            <tr key={option.slug} className="border-t border-line">
              <th scope="row" className="py-1 pr-4 text-left font-normal">
                <a href={routes.framework(option.slug)} className="link">
                  {option.name}
                </a>
              </th>
              <Numbers spread={total} />
              {by.map((one, index) => (
                <td key={index} className="py-1 pr-4 font-mono text-sm">
                  {one.total.toFixed(2)}
                  {one.rank === 1 && " ①"}
                  {one.rank === 1 && <span className="sr-only"> first</span>}
                </td>
              ))}
            </tr>
          ))}
        </Table>
      </Section>
      <Section
        id="weights-apart"
        title="Where you disagree: what counts"
        lead="Shares of the decision, the most divided criterion first. Spread is the standard deviation."
      >
        <Table head={["Criterion", "Mean", "From … to", "Spread", ...team.ballots.map(({ name }) => name)]}>
          {weights.map(({ criterion, share }) => (
            <tr key={criterion} className="border-t border-line">
              <th scope="row" className="py-1 pr-4 text-left font-normal">
                {criterionOf(criterion).name}
              </th>
              <Numbers spread={share} as={percent} />
              {team.ballots.map((ballot, index) => (
                <td key={index} className="py-1 pr-4 font-mono text-sm">
                  {percent(shareOf(ballot.weights, criterion))}
                </td>
              ))}
            </tr>
          ))}
        </Table>
      </Section>
      <Section
        id="scores-apart"
        title="Where you disagree: scores"
        lead="Where at least two entered a score of their own, the most divided first."
      >
        {outcome.cells.length === 0 ? (
          <p className="text-muted">Nobody, or only one each, entered scores: everywhere else the evidence counted.</p>
        ) : (
          <Table head={["Framework and criterion", "Mean", "From … to", "Spread", "Evidence"]}>
            {outcome.cells.map(({ slug, criterion, own, evidence }) => (
              <tr key={`${slug} ${criterion}`} className="border-t border-line">
                <th scope="row" className="py-1 pr-4 text-left font-normal">
                  {nameOf(slug)}, {criterionOf(criterion).name.toLowerCase()}
                </th>
                <Numbers spread={own} />
                <td className="py-1 font-mono text-sm">
                  <a href={`${routes.framework(slug)}#criterion-${criterion}`} className="link">
                    {evidence?.toFixed(2) ?? "none"}
                  </a>
                </td>
              </tr>
            ))}
          </Table>
        )}
      </Section>
    </>
  );
}

function shareOf(weights: Record<CriterionId, number>, criterion: CriterionId): number {
  const sum = Object.values(weights).reduce((total, weight) => total + weight, 0);
  return sum > 0 ? weights[criterion] / sum : 0;
}

function Table({ head, children }: { head: string[]; children: React.ReactNode }) {
  return (
    <Scroll label={head.join(", ")}>
      <table className="w-full min-w-[34rem]">
        <TableHead names={head} />
        <tbody>{children}</tbody>
      </table>
    </Scroll>
  );
}

const hundredths = (value: number) => value.toFixed(2);

function Numbers({ spread, as = hundredths }: { spread: Spread; as?: (value: number) => string }) {
  return (
    <>
      <td className="py-1 pr-4 font-mono text-sm">{as(spread.mean)}</td>
      <td className="py-1 pr-4 font-mono text-sm">
        {as(spread.low)} … {as(spread.high)}
      </td>
      <td className="py-1 pr-4 font-mono text-sm">{as(spread.spread)}</td>
    </>
  );
}
