import { suggestFrameworkAction } from "@/lib/moderation/actions";
import { longestSummary } from "@/lib/moderation/rules";
import { routes } from "@/lib/site/routes";
import { ActionForm } from "../form/action-form";
import { LongTextField } from "../form/long-text-field";
import { TextField } from "../form/text-field";

/** Names a framework that the catalogue hasn't got. */
export function SuggestFrameworkPage({ name = "" }: { name?: string }) {
  return (
    <div className="mx-auto max-w-2xl py-10 sm:py-14">
      <p className="eyebrow">
        <a href={routes.frameworks} className="hover:text-accent">
          Frameworks
        </a>
      </p>
      <h1 className="mt-1 text-5xl">A framework that is missing</h1>
      <p className="mt-3 max-w-prose">
        Once a moderator approves it, it has a page where people can rate it and add claims with their sources. Whatever
        nobody has entered is shown as unknown. You can see what became of it under{" "}
        <a href={routes.suggestions} className="link">
          your suggestions
        </a>
        .
      </p>
      <ActionForm action={suggestFrameworkAction} submit="Suggest it" once>
        <TextField name="name" label="Name" defaultValue={name} />
        <TextField name="url" label="Its site or repository" hint="An address that begins with https://" />
        <LongTextField
          name="text"
          label="What is it, in a sentence?"
          hint={`${longestSummary} characters at most.`}
          lines={2}
          value=""
          needed
        />
      </ActionForm>
    </div>
  );
}
