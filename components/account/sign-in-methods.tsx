import { connectProviderAction, removeMethodAction } from "@/lib/auth/actions";
import type { Account } from "@/lib/auth/queries";
import { configuredProviders } from "@/lib/providers/providers.mjs";
import { dayOf } from "@/lib/text/dates";
import { ActionForm } from "../form/action-form";
import { AccountPart } from "./account-part";
import { PasswordForm } from "./password-form";
import { SecondStep } from "./second-step";

/** The ways to sign in, to be removed and added. */
export function SignInMethods({ account }: { account: Account }) {
  const providers = configuredProviders();
  const nameOf = (id: string) => providers.find((one) => one.id === id)?.name ?? id;
  const missing = providers.filter(({ id }) => !account.identities.some(({ provider }) => provider === id));
  return (
    <AccountPart id="methods" title="Ways to sign in">
      <ul className="ledger mt-3">
        <li className="py-3">
          Link by mail <span className="text-muted">{`· always, to ${account.email}`}</span>
        </li>
        {account.hasPassword && (
          <li className="flex flex-wrap items-center justify-between gap-2 py-2">
            Password
            <ActionForm
              action={removeMethodAction}
              fields={{ method: "password" }}
              submit="Remove"
              label="Remove the password"
              quiet
            />
          </li>
        )}
        {account.identities.map(({ provider, label, createdAt }) => (
          <li key={provider} className="flex flex-wrap items-center justify-between gap-2 py-2">
            <span>
              <span>{`${nameOf(provider)}: ${label} `}</span>
              <span className="text-muted">{`· since ${dayOf(createdAt)}`}</span>
            </span>
            <ActionForm
              action={removeMethodAction}
              fields={{ method: provider }}
              submit="Remove"
              label={`Remove ${nameOf(provider)}`}
              quiet
            />
          </li>
        ))}
        {missing.map(({ id, name }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-2 py-2">
            <span className="text-muted">{`${name}: not connected`}</span>
            <ActionForm
              action={connectProviderAction}
              fields={{ provider: id }}
              submit="Connect"
              label={`Connect ${name}`}
              quiet
            />
          </li>
        ))}
      </ul>
      <SecondStep step={account.secondStep} />
      <h3 className="mt-6 text-lg font-medium">{account.hasPassword ? "Change the password" : "Set a password"}</h3>
      <PasswordForm account={account} />
    </AccountPart>
  );
}
