import { setDigestAction } from "@/lib/notices/actions";
import { type Rhythm, rhythms } from "@/lib/notices/digest";
import { routes } from "@/lib/site/routes";
import { ActionForm } from "../form/action-form";
import { RadioField } from "../form/radio-field";
import { AccountPart } from "./account-part";

/** Whether what changed on watched frameworks comes by mail, and how often. */
export function MailDigest({ every }: { every: Rhythm | "off" }) {
  return (
    <AccountPart id="digest" title="Letters">
      <p className="mt-2 max-w-prose">
        What is new in the histories of the{" "}
        <a href={`${routes.notices}#watched`} className="link">
          frameworks that you watch
        </a>
        , by mail: what changed, why, and whose word it is. Nothing is sent when nothing changed, and every letter has a
        link that ends them.
      </p>
      <ActionForm action={setDigestAction} submit="Save">
        <RadioField
          name="every"
          legend="How often?"
          value={every}
          options={[
            { value: "off", text: "Never" },
            ...Object.entries(rhythms).map(([value, { name }]) => ({ value, text: name })),
          ]}
        />
      </ActionForm>
    </AccountPart>
  );
}
