import { keepRecordAction } from "@/lib/decide/actions";
import { narrow, type Outcome, outcomeOf } from "@/lib/decide/decide";
import { getOptions, type TeamDecision } from "@/lib/decide/queries";
import { unopenedFor } from "@/lib/decide/record-life";
import { type Decision, decideSearch, onlyKnown } from "@/lib/decide/search-params";
import { teamOutcome } from "@/lib/decide/team";
import { routes } from "@/lib/site/routes";
import { inWords } from "@/lib/text/durations";
import { ActionForm } from "../form/action-form";
import { LongTextField } from "../form/long-text-field";
import { SelectField } from "../form/select-field";
import { TextField } from "../form/text-field";
import { TaskPage } from "../ui/task-page";
import { outcomeText } from "./outcome-summary";

/** What a record says beside what was computed: a title, the context, what was chosen and why. */
export async function RecordForm({ decision: asked }: { decision: Decision }) {
  const options = await getOptions();
  const decision = onlyKnown(asked, options);
  const search = decideSearch(decision);
  const narrowed = narrow(decision, options);
  const outcome = outcomeOf(decision.weights, narrowed.allowed);
  return (
    <RecordWordsForm
      said={outcomeText(outcome, narrowed)}
      outcome={outcome}
      fields={{ search }}
      back={{ href: `${routes.decide}${search}`, text: "Back to the decision" }}
    />
  );
}

/** The same of what a team decided together. */
export function TeamRecordForm({ team }: { team: TeamDecision }) {
  const { outcome } = teamOutcome(team.options, team.ballots);
  return (
    <RecordWordsForm
      said={`${outcomeText(outcome, { excluded: [] })} The joint decision of ${team.ballots.length}; the record says where you differ, and names nobody.`}
      outcome={outcome}
      fields={{ search: team.search, team: team.id }}
      title={team.title}
      back={{ href: routes.team(team.id), text: "Back to the team" }}
    />
  );
}

function RecordWordsForm({
  said,
  outcome,
  fields,
  title = "",
  back,
}: {
  said: string;
  outcome: Outcome;
  fields: Record<string, string>;
  title?: string;
  back: { href: string; text: string };
}) {
  const [first] = outcome.ranked;
  return (
    <TaskPage
      title="Make a record"
      lead={
        <p>
          <span>{said}</span> The record keeps this with the evidence of today, as a page to print and as Markdown
          (MADR). Opened later, it shows what has changed since.
        </p>
      }
    >
      {first ? (
        <ActionForm action={keepRecordAction} fields={fields} submit="Keep the record">
          <TextField
            name="title"
            label="Title"
            hint="Such as: Framework for the new shop"
            defaultValue={title}
            optional
          />
          <LongTextField
            name="context"
            label="Context: what is to be built, by whom, and what made you ask"
            lines={4}
            value=""
          />
          <SelectField
            name="chosen"
            label="Chosen"
            value={first.option.slug}
            options={outcome.ranked.map(({ option, rank, total }) => ({
              value: option.slug,
              text: `${rank}. ${option.name} (${total.toFixed(2)})`,
            }))}
          />
          <LongTextField name="because" label="Why, in your words" lines={3} value="" />
          <TextField
            name="deciders"
            label="Who decides"
            hint="Whoever has the record’s address can read this."
            optional
          />
        </ActionForm>
      ) : (
        <p>Nothing is left to choose from.</p>
      )}
      <p className="mt-4 text-sm text-muted">
        {`Made without an account, it goes when nobody has opened it for ${inWords(unopenedFor)}.`}
      </p>
      <p className="mt-6 text-sm">
        <a href={back.href} className="link">
          {back.text}
        </a>
      </p>
    </TaskPage>
  );
}
