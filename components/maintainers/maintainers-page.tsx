import type { MaintainerLine } from "@/lib/maintainers/queries";
import { confirmMaintainerAction } from "@/lib/moderation/actions";
import { routes } from "@/lib/site/routes";
import { ActionForm } from "../form/action-form";
import { LongTextField } from "../form/long-text-field";
import { SelectField } from "../form/select-field";
import { TextField } from "../form/text-field";
import { Notice } from "../ui/notice";
import { Maintainer } from "./maintainer";

const said: Record<string, string> = {
  confirm: "Confirmed. They can reply to claims from now on.",
  revoke: "Revoked. Their replies say so.",
  hide: "The reply is hidden. Its author sees why.",
  show: "The reply is shown again.",
};

/** For moderators: who is confirmed as a maintainer and by what proof, what they reply, and the way to confirm somebody. */
export function MaintainersPage({
  maintainers,
  frameworks,
  done,
}: {
  maintainers: MaintainerLine[];
  frameworks: { slug: string; name: string }[];
  done: string | null;
}) {
  return (
    <div className="max-w-3xl py-10 sm:py-14">
      <p className="eyebrow">
        <a href={routes.moderation} className="hover:text-accent">
          Moderation
        </a>
      </p>
      <h1 className="mt-1 text-5xl">Maintainers</h1>
      <p className="mt-3 max-w-prose">
        They reply to claims on their framework, marked as that. Who asks to be confirmed waits in the queue of
        suggestions. Taken back, a confirmation leaves the replies, as a former maintainer’s.
      </p>
      {done !== null && said[done] && <Notice kind="done">{said[done]}</Notice>}
      {maintainers.length === 0 && <p className="mt-8 text-lg text-muted">Nobody is confirmed yet.</p>}
      <ul className="ledger mt-6">
        {maintainers.map((one) => (
          <Maintainer key={one.id} maintainer={one} />
        ))}
      </ul>
      <section aria-labelledby="confirm" className="mt-12 border-t border-line pt-8">
        <h2 id="confirm" className="text-3xl">
          Confirm somebody
        </h2>
        <p className="mt-2 max-w-prose">
          Whom you know to maintain it by a page that proves it, without their asking. It is kept with the proof, and in
          the log.
        </p>
        <ActionForm action={confirmMaintainerAction} submit="Confirm them" once>
          <TextField name="email" label="Address of their account" type="email" autoComplete="off" />
          <SelectField
            name="framework"
            label="Framework"
            options={[
              { value: "", text: "Choose one …" },
              ...frameworks.map(({ slug, name }) => ({ value: slug, text: name })),
            ]}
          />
          <TextField name="url" label="Proof" hint="An address that begins with https://" />
          <LongTextField name="note" label="How does the page show that it is them?" lines={3} value="" needed />
        </ActionForm>
      </section>
    </div>
  );
}
