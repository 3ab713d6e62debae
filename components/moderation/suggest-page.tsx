import { criteria } from "@/lib/claims/criteria";
import { correctableFacts } from "@/lib/frameworks/corrected-fact";
import { factText } from "@/lib/frameworks/facts";
import type { FrameworkView } from "@/lib/frameworks/framework";
import * as actions from "@/lib/moderation/actions";
import { type FrameworkKind, kinds, suggestionKinds } from "@/lib/moderation/kinds";
import { flagReasons } from "@/lib/moderation/kinds/flag";
import { routes } from "@/lib/site/routes";
import { ActionForm } from "../form/action-form";
import { LongTextField } from "../form/long-text-field";
import { RadioField } from "../form/radio-field";
import { SelectField } from "../form/select-field";
import { TextField } from "../form/text-field";

const suggestedHere = suggestionKinds.filter((kind) => ["framework", "catalogue"].includes(kinds[kind].place));

/** A form for each kind of suggestion; nothing changes before a moderator has looked at it. */
export function SuggestPage({
  framework: { slug, name, facts },
  kind,
  fact,
  claim,
  claims,
}: {
  framework: Pick<FrameworkView, "slug" | "name" | "facts">;
  kind: FrameworkKind;
  /** The fact that is wrong, where its reader came from there. */
  fact: string | null;
  claim: string | null;
  claims: { id: number; text: string }[];
}) {
  return (
    <div className="mx-auto max-w-2xl py-10 sm:py-14">
      <p className="eyebrow">
        <a href={routes.framework(slug)} className="hover:text-accent">
          {name}
        </a>
      </p>
      <h1 className="mt-1 text-5xl">Suggest a change</h1>
      <p className="mt-3 max-w-prose">
        A moderator looks at it before it shows. You can see what became of it, and why, under{" "}
        <a href={routes.suggestions} className="link">
          your suggestions
        </a>
        .
      </p>
      <nav aria-label="What it is" className="mt-5 flex flex-wrap gap-2">
        {suggestedHere.map((one) => (
          <a
            key={one}
            href={
              kinds[one].place === "catalogue"
                ? routes.suggestFramework
                : `${routes.suggest(slug)}?kind=${one}${claim ? `&claim=${claim}` : ""}`
            }
            aria-current={one === kind ? "page" : undefined}
            className="choice aria-[current]:border-ink"
          >
            {kinds[one].name}
          </a>
        ))}
      </nav>
      <Form slug={slug} kind={kind} claim={claim} claims={claims} facts={facts} fact={fact} />
      <p className="mt-10 border-t border-line pt-4 text-sm text-muted">
        <span>{`Do you maintain ${name}? `}</span>
        <a href={routes.maintain(slug)} className="link">
          Reply to claims, marked as that
        </a>
      </p>
    </div>
  );
}

/** One form for each kind: a forgotten one is a type error. */
function Form({
  slug,
  kind,
  claim,
  claims,
  facts,
  fact,
}: {
  slug: string;
  kind: FrameworkKind;
  claim: string | null;
  claims: { id: number; text: string }[];
  facts: FrameworkView["facts"];
  fact: string | null;
}) {
  const which = (
    <SelectField
      name="claim"
      label="Which claim?"
      options={[{ value: "", text: "Choose one …" }, ...claims.map(({ id, text }) => ({ value: String(id), text }))]}
      value={claim ?? ""}
    />
  );
  const fields = { framework: slug };
  switch (kind) {
    case "claim":
      return (
        <ActionForm key={kind} action={actions.suggestClaimAction} fields={fields} submit="Suggest it" once>
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
    case "assertion":
      return (
        <ActionForm key={kind} action={actions.suggestAssertionAction} fields={fields} submit="Suggest it" once>
          {which}
          <RadioField
            name="stance"
            legend="What does the source say of it?"
            options={[
              { value: "supports", text: "Supports it" },
              { value: "disputes", text: "Disputes it" },
            ]}
          />
          <SourceFields />
          <TextField name="locator" label="Where on the page" hint="A heading, a section, a page." />
          <LongTextField name="note" label="Note" lines={2} value="" />
        </ActionForm>
      );
    case "wording":
      return (
        <ActionForm key={kind} action={actions.suggestWordingAction} fields={fields} submit="Suggest it" once>
          {which}
          <LongTextField
            name="text"
            label="As it should read"
            hint="What it says stays the same: its votes and sources do. For something else, suggest a new claim."
            lines={3}
            value={claims.find(({ id }) => String(id) === claim)?.text ?? ""}
            needed
          />
          <LongTextField name="why" label="What is wrong with the old words?" lines={2} value="" needed />
        </ActionForm>
      );
    case "fact":
      return (
        <ActionForm key={kind} action={actions.suggestFactAction} fields={fields} submit="Suggest it" once>
          <SelectField
            name="fact"
            label="Which fact?"
            options={[
              { value: "", text: "Choose one …" },
              ...correctableFacts.map(({ key, name }) => ({
                value: key,
                text: `${name}: ${factText(facts[key]) ?? "unknown"}`,
              })),
            ]}
            value={fact ?? ""}
          />
          <TextField
            name="value"
            label="What is right?"
            hint="Written as on the page; several are separated by commas. Once approved it stands there in place of the old."
          />
          <TextField name="url" label="Source" hint="An address that begins with https://" />
          <TextField name="date" label="As of" hint="A year, a month or a day, such as 2026-11." />
        </ActionForm>
      );
    case "correction":
      return (
        <ActionForm key={kind} action={actions.suggestCorrectionAction} fields={fields} submit="Suggest it" once>
          <LongTextField
            name="text"
            label="What is wrong on this page, and what is right?"
            hint="For what is no fact of the list. Once approved it is printed on the page as you write it."
            lines={4}
            value=""
            needed
          />
          <TextField name="url" label="Source" hint="An address that begins with https://" />
        </ActionForm>
      );
    case "resource":
      return (
        <ActionForm key={kind} action={actions.suggestResourceAction} fields={fields} submit="Suggest it" once>
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
    case "flag":
      return (
        <ActionForm key={kind} action={actions.flagAction} fields={fields} submit="Report it" once>
          {which}
          <RadioField
            name="flag"
            legend="What is it?"
            options={flagReasons.map(({ id, name }) => ({ value: id, text: name }))}
          />
          <LongTextField name="text" label="Why?" lines={3} value="" needed />
        </ActionForm>
      );
    default:
      return kind satisfies never;
  }
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
