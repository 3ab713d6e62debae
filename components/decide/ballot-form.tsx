import { criteria } from "@/lib/claims/criteria";
import { giveBallotAction } from "@/lib/decide/actions";
import { evenWeights } from "@/lib/decide/presets";
import type { TeamDecision } from "@/lib/decide/queries";
import { scoreField } from "@/lib/decide/team";
import { ActionForm } from "../form/action-form";
import { SelectField } from "../form/select-field";
import { Section } from "../ui/section";
import { BallotWeights } from "./ballot-weights";

/** One person's weights, and their scores where they know better than the evidence. */
export function BallotForm({ team, ballot }: { team: TeamDecision; ballot: NonNullable<TeamDecision["ballot"]> }) {
  // Everybody begins alike: what others hold for important, the owner among them, is not to be seen yet.
  const initial = { ...evenWeights, ...ballot.weights };
  return (
    <Section
      id="ballot"
      title="Your ballot"
      lead="What counts for you, from 0 to 100; only the proportions matter. Everyone starts at the same weights, so that nobody’s come first. Where you know a framework better than the evidence, say so: 1 is bad, 5 is good."
    >
      <ActionForm
        action={giveBallotAction}
        fields={{ decision: team.id }}
        submit={ballot.given ? "Give this ballot instead" : "Give my ballot"}
      >
        <BallotWeights initial={initial} />
        {team.scored.map((option) => (
          <details
            key={option.slug}
            className="mt-4 border-t border-line pt-3"
            open={ballot.scores[option.slug] !== undefined}
          >
            <summary className="font-medium">{`My scores of ${option.name}`}</summary>
            <div className="mt-2 grid grid-cols-2 gap-x-6 gap-y-2 sm:grid-cols-3 lg:grid-cols-4">
              {criteria.map(({ id, name }, index) => (
                <SelectField
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
