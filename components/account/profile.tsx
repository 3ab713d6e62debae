import { renameAction } from "@/lib/auth/actions";
import type { Account } from "@/lib/auth/queries";
import { routes } from "@/lib/site/routes";
import { ActionForm } from "../form/action-form";
import { TextField } from "../form/text-field";
import { AccountPart } from "./account-part";

/** Who the person is to others here. */
export function Profile({
  account,
  maintains,
}: {
  account: Account;
  /** The frameworks that a moderator confirmed them as a maintainer of. */
  maintains: readonly { slug: string; name: string }[];
}) {
  return (
    <AccountPart id="profile" title="Profile">
      <ActionForm action={renameAction} submit="Change name">
        <TextField name="name" label="Name" defaultValue={account.name} autoComplete="name" />
      </ActionForm>
      {maintains.length > 0 && (
        <p className="mt-4">
          <span>You are confirmed as a maintainer. Reply to claims on: </span>
          {maintains.map(({ slug, name }) => (
            <a key={slug} href={routes.maintain(slug)} className="link mr-3">
              {name}
            </a>
          ))}
        </p>
      )}
    </AccountPart>
  );
}
