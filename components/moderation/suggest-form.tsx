import * as actions from "@/lib/moderation/actions";
import { ActionForm } from "../form/action-form";
import { RadioField } from "../form/radio-field";
import { TextField } from "../form/text-field";
import { CheckForm } from "./check-form";
import { AssertionForm, ClaimForm, FlagForm, WordingForm } from "./claim-forms";
import { CorrectionForm } from "./correction-form";
import { FactForm } from "./fact-form";
import { MeasureForm } from "./measure-form";
import { ReleaseForm } from "./release-form";
import { StandingForm } from "./standing-form";
import type { SuggestPageProps } from "./suggest-page";

/** One form for each kind: a forgotten one is a type error. */
export function SuggestForm(props: SuggestPageProps) {
  const { kind, framework } = props;
  switch (kind) {
    case "claim":
      return <ClaimForm {...props} />;
    case "assertion":
      return <AssertionForm {...props} />;
    case "wording":
      return <WordingForm {...props} />;
    case "flag":
      return <FlagForm {...props} />;
    case "fact":
      return <FactForm {...props} />;
    case "check":
      return <CheckForm {...props} />;
    case "release":
      return <ReleaseForm {...props} />;
    case "standing":
      return <StandingForm {...props} />;
    case "measure":
      return <MeasureForm {...props} />;
    case "correction":
      return <CorrectionForm slug={framework.slug} />;
    case "resource":
      return (
        <ActionForm
          action={actions.suggestResourceAction}
          fields={{ framework: framework.slug }}
          submit="Suggest it"
          once
        >
          <TextField name="title" label="Title" />
          <TextField name="url" label="Address" hint="It begins with https://" />
          <RadioField
            name="cost"
            legend="Cost"
            options={[
              { value: "official", text: "Official" },
              { value: "free", text: "Free" },
              { value: "paid", text: "Paid" },
            ]}
          />
          <TextField name="format" label="Format" hint="Course, book, video …" />
        </ActionForm>
      );
    default:
      return kind satisfies never;
  }
}
