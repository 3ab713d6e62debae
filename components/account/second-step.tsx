import { removeAppAction, removePasskeyAction } from "@/lib/auth/actions";
import type { SecondStep as Step } from "@/lib/auth/second-step-mutations";
import { setUpPasskey, setUpSecondStep } from "@/lib/session/rules";
import { dayOf } from "@/lib/text/dates";
import { ActionForm } from "../form/action-form";

/** The second step of signing in: what does it, to be removed and added. */
export function SecondStep({ step }: { step: Step | null }) {
  return (
    <>
      <h3 className="mt-6 text-lg font-medium">Second step</h3>
      {step ? (
        <Ways step={step} />
      ) : (
        <p className="mt-1">
          <span className="text-muted">None: who has your mailbox has your account. </span>
          <a href={setUpSecondStep} className="link">
            Ask for a code of an app too
          </a>
          <span className="text-muted">, or </span>
          <a href={setUpPasskey} className="link">
            for a passkey
          </a>
        </p>
      )}
    </>
  );
}

function Ways({ step: { appAt, codes, passkeys } }: { step: Step }) {
  const last = passkeys.length + (appAt ? 1 : 0) === 1;
  return (
    <>
      <ul className="ledger mt-2">
        {appAt && (
          <li className="flex flex-wrap items-center justify-between gap-2 py-2">
            <span>{`A code of an app · since ${dayOf(appAt)}`}</span>
            <ActionForm
              action={removeAppAction}
              submit="Remove"
              label={last ? "Remove the second step" : "Remove the code of an app"}
              quiet
            />
          </li>
        )}
        {passkeys.map(({ id, name, createdAt, lastUsedAt }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-2 py-2">
            <span className="min-w-0 break-words">
              <span>Passkey: </span>
              <bdi>{name}</bdi>
              <span className="block text-sm text-muted">
                {`added ${dayOf(createdAt)} · ${lastUsedAt ? `last used ${dayOf(lastUsedAt)}` : "not used yet"}`}
              </span>
            </span>
            <ActionForm
              action={removePasskeyAction}
              fields={{ passkey: id }}
              submit="Remove"
              label={last ? "Remove the second step" : `Remove the passkey ${name}`}
              quiet
            />
          </li>
        ))}
      </ul>
      <p className="mt-2 text-muted">
        {codes === 1 ? "One code on paper is left." : `${codes} codes on paper are left.`}
      </p>
      <p className="mt-2 flex flex-wrap gap-x-4">
        <a href={setUpPasskey} className="link">
          Add a passkey
        </a>
        {!appAt && (
          <a href={setUpSecondStep} className="link">
            Add a code of an app
          </a>
        )}
      </p>
    </>
  );
}
