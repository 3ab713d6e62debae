import { saveDecisionAction } from "@/lib/decide/actions";
import type { DecisionLine } from "@/lib/decide/queries";
import { type Decision, decideSearch } from "@/lib/decide/search-params";
import type { ListView } from "@/lib/shortlist/queries";
import { routes } from "@/lib/site/routes";
import { ActionForm } from "../form/action-form";
import { SelectField } from "../form/select-field";
import { TextField } from "../form/text-field";
import { TaskPage } from "../ui/task-page";

export function SavePage({
  decision,
  lists,
  list,
  saved,
}: {
  decision: Decision;
  lists: ListView[];
  list: string;
  /** The viewer's own that no team weighs: they may be replaced. */
  saved: DecisionLine[];
}) {
  const search = decideSearch(decision);
  return (
    <TaskPage
      title="Save the decision"
      lead={<p>Kept with its constraints and weights, only for you; a team can be invited to weigh with you.</p>}
    >
      <ActionForm action={saveDecisionAction} fields={{ search }} submit="Save" once>
        <TextField name="title" label="Name" hint="Such as: Framework for the new shop" />
        {saved.length > 0 && (
          <SelectField
            name="instead"
            label="In place of"
            options={[
              { value: "", text: "none: save another" },
              ...saved.map(({ id, title }) => ({ value: id, text: title })),
            ]}
          />
        )}
        {lists.length > 0 && (
          <SelectField
            name="list"
            label="With the list"
            value={list}
            options={[{ value: "", text: "none" }, ...lists.map(({ id, name }) => ({ value: id, text: name }))]}
          />
        )}
      </ActionForm>
      <p className="mt-6 text-sm">
        <a href={`${routes.decide}${search}`} className="link">
          Back to the decision
        </a>
      </p>
    </TaskPage>
  );
}
