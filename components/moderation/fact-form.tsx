import { correctableFacts } from "@/lib/frameworks/corrected-fact";
import { factText } from "@/lib/frameworks/facts";
import { suggestFactAction } from "@/lib/moderation/actions";
import { ActionForm } from "../form/action-form";
import { TextField } from "../form/text-field";
import { Choose, CorrectedFields, Stands } from "./corrected-fields";
import type { SuggestPageProps } from "./suggest-page";

export function FactForm({ framework: { slug, facts }, way, about }: SuggestPageProps) {
  const textOf = (key: keyof typeof facts) => factText(facts[key]);
  const fact = correctableFacts.find(({ key }) => key === about.fact);
  if (!fact)
    return (
      <Choose
        slug={slug}
        way={way}
        kind="fact"
        label="Which fact?"
        options={correctableFacts.map(({ key, name }) => ({
          value: key,
          text: `${name}: ${textOf(key) ?? "unknown"}`,
        }))}
      />
    );
  const stands = facts[fact.key] ?? null;
  const isDispute = way === "dispute";
  return (
    <>
      <Stands name={fact.name} text={textOf(fact.key) ?? "unknown"} read={stands} />
      <ActionForm
        action={suggestFactAction}
        fields={{ framework: slug, fact: fact.key, way }}
        submit={isDispute ? "Dispute it" : "Suggest it"}
        once
      >
        <TextField
          name="value"
          label="What is right?"
          hint={`Several are separated by commas.${isDispute ? " Left empty, the page will say that it is unknown." : ""}`}
          defaultValue={isDispute ? "" : (textOf(fact.key) ?? "")}
          optional={isDispute}
        />
        <CorrectedFields way={way} stands={stands} />
      </ActionForm>
    </>
  );
}
