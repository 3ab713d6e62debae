import { setPasswordAction } from "@/lib/auth/actions";
import type { Account } from "@/lib/auth/queries";
import { passwordHint } from "@/lib/auth/rules";
import { ActionForm } from "../form/action-form";
import { TextField } from "../form/text-field";

/** Sets the account's password, or changes it. */
export function PasswordForm({ account }: { account: Account }) {
  return (
    <ActionForm action={setPasswordAction} submit={account.hasPassword ? "Change password" : "Set password"}>
      {/* Not of type hidden: those are no user names to password managers. */}
      <input hidden name="username" autoComplete="username" value={account.email} readOnly />
      <TextField
        name="password"
        label="New password"
        hint={`${passwordHint} It signs out every other browser.`}
        type="password"
        autoComplete="new-password"
      />
    </ActionForm>
  );
}
