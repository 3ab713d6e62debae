import { criteria } from "@/lib/claims/criteria";
import * as actions from "@/lib/moderation/actions";
import { flagReasons } from "@/lib/moderation/kinds/flag";
import { ActionForm } from "../form/action-form";
import { LongTextField } from "../form/long-text-field";
import { RadioField } from "../form/radio-field";
import { SelectField } from "../form/select-field";
import { TextField } from "../form/text-field";
import type { SuggestPageProps } from "./suggest-page";

export function ClaimForm({ framework: { slug } }: SuggestPageProps) {
  return (
    <ActionForm action={actions.suggestClaimAction} fields={{ framework: slug }} submit="Suggest it" once>
      <RadioField
        name="side"
        legend="Does it speak for it or against it?"
        options={[
          { value: "pro", text: "For it" },
          { value: "con", text: "Against it" },
        ]}
      />
      <SelectField
        name="criterion"
        label="Criterion"
        options={criteria.map(({ id, name, question }) => ({ value: id, text: `${name}: ${question}` }))}
      />
      <LongTextField name="text" label="The claim, in a sentence of your own" lines={2} value="" needed />
      <SourceFields />
    </ActionForm>
  );
}

export function AssertionForm({ framework: { slug }, way, about, claims }: SuggestPageProps) {
  return (
    <ActionForm
      action={actions.suggestAssertionAction}
      fields={{ framework: slug }}
      submit={way === "dispute" ? "Dispute it" : "Suggest it"}
      once
    >
      <WhichClaim about={about} claims={claims} />
      <RadioField
        name="stance"
        legend="What does the source say of it?"
        options={[
          { value: "supports", text: "Supports it" },
          { value: "disputes", text: "Disputes it" },
        ]}
        value={way === "dispute" ? "disputes" : "supports"}
      />
      <SourceFields />
      <TextField name="locator" label="Where on the page" hint="A heading, a section, a page." />
      <LongTextField name="note" label="Note" lines={2} value="" />
    </ActionForm>
  );
}

export function WordingForm({ framework: { slug }, about, claims }: SuggestPageProps) {
  return (
    <ActionForm action={actions.suggestWordingAction} fields={{ framework: slug }} submit="Suggest it" once>
      <WhichClaim about={about} claims={claims} />
      <LongTextField
        name="text"
        label="As it should read"
        hint="What it says stays the same: its votes and sources do. For something else, suggest a new claim."
        lines={3}
        value={claims.find(({ id }) => String(id) === about.claim)?.text ?? ""}
        needed
      />
      <LongTextField name="why" label="What is wrong with the old words?" lines={2} value="" needed />
    </ActionForm>
  );
}

export function FlagForm({ framework: { slug }, about, claims }: SuggestPageProps) {
  return (
    <ActionForm action={actions.flagAction} fields={{ framework: slug }} submit="Dispute it" once>
      <WhichClaim about={about} claims={claims} />
      <RadioField
        name="flag"
        legend="What is it?"
        options={flagReasons.map(({ id, name }) => ({ value: id, text: name }))}
      />
      <LongTextField name="text" label="Why?" lines={3} value="" needed />
    </ActionForm>
  );
}

function WhichClaim({ about, claims }: Pick<SuggestPageProps, "about" | "claims">) {
  return (
    <SelectField
      name="claim"
      label="Which claim?"
      options={[{ value: "", text: "Choose one …" }, ...claims.map(({ id, text }) => ({ value: String(id), text }))]}
      value={about.claim ?? ""}
    />
  );
}

function SourceFields() {
  return (
    <fieldset className="mt-6 border-l-2 border-line pl-4">
      <legend className="text-sm font-medium">The source: without one, nothing is entered</legend>
      <TextField name="url" label="Address" hint="It begins with https://" />
      <TextField name="sourceTitle" label="Title of the page" />
      <TextField name="publisher" label="Who publishes it" />
      <TextField name="date" label="Date" hint="A year, a month or a day, such as 2026-11." />
    </fieldset>
  );
}
