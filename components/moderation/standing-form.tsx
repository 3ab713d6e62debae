import { standingText } from "@/lib/frameworks/corrected-standing";
import { standings } from "@/lib/frameworks/standing";
import { suggestStandingAction } from "@/lib/moderation/actions";
import { ActionForm } from "../form/action-form";
import { RadioField } from "../form/radio-field";
import { CorrectedFields, Stands } from "./corrected-fields";
import type { SuggestPageProps } from "./suggest-page";

export function StandingForm({ framework: { slug, standing }, way }: SuggestPageProps) {
  const now = standing.value ?? "unknown";
  const all = [...standings, { id: "unknown", name: "Unknown", meaning: "Nobody says." }];
  // Who disputes it doesn't give the same.
  const options = all.filter(({ id }) => way === "improve" || id !== now);
  return (
    <>
      <Stands name="Standing" text={standingText(standing.value)} read={standing} />
      <dl className="mt-3 space-y-1 text-sm">
        {standings.map(({ id, name, meaning }) => (
          <div key={id}>
            <dt className="inline font-medium">{`${name}: `}</dt>
            <dd className="inline text-muted">{meaning}</dd>
          </div>
        ))}
      </dl>
      <ActionForm
        action={suggestStandingAction}
        fields={{ framework: slug, way }}
        submit={way === "dispute" ? "Dispute it" : "Suggest it"}
        once
      >
        <RadioField
          name="standing"
          legend="What is right?"
          options={options.map(({ id, name }) => ({ value: id, text: name }))}
          value={way === "improve" ? now : undefined}
        />
        <CorrectedFields way={way} stands={standing} />
      </ActionForm>
    </>
  );
}
