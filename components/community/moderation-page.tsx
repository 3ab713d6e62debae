import { setStandingAction } from "@/lib/community/actions";
import { routes } from "@/lib/site";
import { ActionForm, Field, LongField } from "../auth/form";

export function ModerationPage({ discounted }: { discounted: { email: string; name: string; votes: number }[] }) {
  return (
    <div className="max-w-3xl py-10 sm:py-14">
      <p className="eyebrow">Moderation</p>
      <h1 className="mt-1 text-5xl">Whose votes count</h1>
      <p className="mt-3 max-w-prose">
        Discounted accounts keep what they said, but it counts no more. It can be undone at any time. Every change is in
        the{" "}
        <a href={routes.integrity} className="link">
          public log
        </a>
        , with its reason and without a name.
      </p>
      <section aria-labelledby="discount" className="mt-8">
        <h2 id="discount" className="text-3xl">
          Discount accounts
        </h2>
        <ActionForm action={setStandingAction} fields={{ standing: "discounted" }} submit="Discount them">
          <LongField name="emails" label="Addresses of the accounts, one per line" lines={4} value="" needed />
          <Field name="reason" label="Reason" hint="Public. Name nobody." />
        </ActionForm>
      </section>
      <section aria-labelledby="discounted" className="mt-12">
        <h2 id="discounted" className="text-3xl">
          Discounted
        </h2>
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
                  <Field name="reason" label={`Reason to restore ${email}`} />
                </div>
              </ActionForm>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
