import { renameAction } from "@/lib/auth/actions";
import type { Account } from "@/lib/auth/queries";
import { ActionForm } from "../form/action-form";
import { TextField } from "../form/text-field";
import { AccountPart } from "./account-part";

/** Who the person is to others here. */
export function Profile({ account }: { account: Account }) {
  return (
    <AccountPart id="profile" title="Profile">
      <ActionForm action={renameAction} submit="Change name">
        <TextField name="name" label="Name" defaultValue={account.name} autoComplete="name" />
      </ActionForm>
    </AccountPart>
  );
}
