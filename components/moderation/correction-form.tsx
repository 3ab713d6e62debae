import { suggestCorrectionAction } from "@/lib/moderation/actions";
import { ActionForm } from "../form/action-form";
import { LongTextField } from "../form/long-text-field";
import { TextField } from "../form/text-field";

/** For what can only be said in words. @param begin what it is about, where that is known */
export function CorrectionForm({ slug, begin = "" }: { slug: string; begin?: string }) {
  return (
    <ActionForm action={suggestCorrectionAction} fields={{ framework: slug }} submit="Suggest it" once>
      <LongTextField
        name="text"
        label="What is wrong on this page, and what is right?"
        hint={`${begin ? "" : "For what has no form of its own. "}Once approved it is printed on the page as you write it.`}
        lines={4}
        value={begin}
        needed
      />
      <TextField name="url" label="Source" hint="An address that begins with https://" />
    </ActionForm>
  );
}
