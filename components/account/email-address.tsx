import { changeEmailAction } from "@/lib/auth/actions";
import type { Account } from "@/lib/auth/queries";
import { ActionForm } from "../form/action-form";
import { TextField } from "../form/text-field";
import { AccountPart } from "./account-part";

/** Where mail goes, and the form that changes it. */
export function EmailAddress({ account }: { account: Account }) {
  return (
    <AccountPart id="email" title="E-mail">
      <p className="mt-2">
        <span>{`${account.email} `}</span>
        <span className="text-muted">· confirmed, shown to nobody</span>
      </p>
      {account.pendingEmail && (
        <p className="mt-2 text-sm">
          Waiting for confirmation: <span>{account.pendingEmail}</span>. Open the link in that mailbox, in this browser.
        </p>
      )}
      <ActionForm action={changeEmailAction} submit="Mail a link to the new address">
        <TextField name="email" label="New address" type="email" autoComplete="email" />
      </ActionForm>
    </AccountPart>
  );
}
