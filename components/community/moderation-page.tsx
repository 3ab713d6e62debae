import { setStandingAction } from "@/lib/community/actions";
import type { Queue as QueueView } from "@/lib/moderation/queries";
import { routes } from "@/lib/site/routes";
import { ActionForm } from "../form/action-form";
import { LongTextField } from "../form/long-text-field";
import { TextField } from "../form/text-field";
import { type Decided, DecidedNotice } from "../moderation/decided-notice";
import { Queue } from "../moderation/queue";

export function ModerationPage({
  discounted,
  queue,
  decided,
  rings,
}: {
  discounted: { email: string; name: string; votes: number }[];
  queue: QueueView;
  /** What was decided just now; null when nothing was. */
  decided: Decided | null;
  /** How many rings wait for a decision. */
  rings: number;
}) {
  return (
    <div className="max-w-3xl py-10 sm:py-14">
      <h1 className="text-5xl">Moderation</h1>
      <p className="mt-3 max-w-prose">
        What is decided here is public, with its reason and without a name. All of it can be undone.
      </p>
      <p className="mt-3">
        <a href={routes.maintainers} className="link">
          Maintainers and their replies
        </a>
      </p>
      {decided && (
        <DecidedNotice
          key={`${decided.decision} ${queue.waiting} ${queue.decided.map(({ status }) => status).join()}`}
          {...decided}
        />
      )}
      <Queue {...queue} />
      <h2 className="mt-16 border-t border-line pt-8 text-4xl">Whose votes count</h2>
      <p className="mt-3 max-w-prose">
        Discounted accounts keep what they said, but it no longer counts. It can be undone at any time. Every change is
        in the{" "}
        <a href={routes.integrity} className="link">
          public log
        </a>
        , with its reason and without a name.
      </p>
      <p className="mt-3">
        <a href={routes.rings} className="link">
          {rings === 0 ? "Rings: none waits" : `Rings: ${rings} ${rings === 1 ? "waits" : "wait"} for a decision`}
        </a>
      </p>
      <section aria-labelledby="discount" className="mt-8">
        <h3 id="discount" className="text-2xl">
          Discount accounts
        </h3>
        <ActionForm action={setStandingAction} fields={{ standing: "discounted" }} submit="Discount them">
          <LongTextField name="emails" label="Addresses of the accounts, one per line" lines={4} value="" needed />
          <TextField name="reason" label="Reason" hint="Public. Name nobody." />
        </ActionForm>
      </section>
      <section aria-labelledby="discounted" className="mt-12">
        <h3 id="discounted" className="text-2xl">
          Discounted
        </h3>
        {discounted.length === 0 && <p className="mt-3 text-muted">No account is.</p>}
        <ul className="ledger mt-3">
          {discounted.map(({ email, name, votes }) => (
            <li key={email} className="py-3">
              <p>
                {name}{" "}
                <span className="text-muted">
                  · {email} · {votes} votes and ratings kept
                </span>
              </p>
              <ActionForm
                action={setStandingAction}
                fields={{ standing: "new", emails: email }}
                submit="Restore"
                label={`Restore ${email}`}
                quiet
              >
                <div className="mb-2">
                  <TextField name="reason" label={`Reason to restore ${email}`} />
                </div>
              </ActionForm>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
