import { askToMaintainAction } from "@/lib/moderation/actions";
import { ActionForm } from "../form/action-form";
import { LongTextField } from "../form/long-text-field";
import { TextField } from "../form/text-field";

/** "I maintain this", with what proves it; a moderator decides. */
export function AskForm({ slug, name }: { slug: string; name: string }) {
  return (
    <section aria-labelledby="ask" className="mt-8">
      <h2 id="ask" className="text-3xl">{`I maintain ${name}`}</h2>
      <p className="mt-2 max-w-prose">
        A moderator confirms it by a page that proves it: the project’s list of its team, or a commit or a post of its
        own that names your account here. Moderators alone see what you send.
      </p>
      <ActionForm action={askToMaintainAction} fields={{ framework: slug }} submit="Ask to be confirmed" once>
        <TextField name="url" label="Proof" hint="An address that begins with https://" />
        <LongTextField name="note" label="How does the page show that it is you?" lines={3} value="" needed />
      </ActionForm>
    </section>
  );
}
