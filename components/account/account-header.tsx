import { signOutAction } from "@/lib/auth/actions";
import type { Account } from "@/lib/auth/queries";
import { can } from "@/lib/session/permissions";
import { routes } from "@/lib/site/routes";
import { dayOf } from "@/lib/text/dates";
import { ActionForm } from "../form/action-form";

/** Whose account it is, the ways to what else is theirs, and out. */
export function AccountHeader({
  account,
  unseen,
}: {
  account: Account;
  /** Notices that the person hasn't seen. */
  unseen: number;
}) {
  return (
    <div className="flex flex-wrap items-end justify-between gap-4">
      <div>
        <p className="eyebrow">
          {`${account.role === "member" ? "Account" : `Account · ${account.role}`} · since ${dayOf(account.createdAt)}`}
        </p>
        <h1 dir="auto" className="mt-1 text-5xl">
          {account.name}
        </h1>
      </div>
      <div className="flex flex-wrap gap-2">
        <a href={routes.shortlist} className="button">
          Shortlist
        </a>
        <a href={routes.suggestions} className="button">
          Suggestions
        </a>
        <a href={routes.notices} className="button">
          {unseen > 0 ? `Notices (${unseen})` : "Notices"}
        </a>
        {can(account, "claims.moderate") && (
          <a href={routes.moderation} className="button">
            Moderation
          </a>
        )}
        {can(account, "people.manage") && (
          <a href={routes.people} className="button">
            People
          </a>
        )}
        <ActionForm action={signOutAction} submit="Sign out" quiet leaves />
      </div>
    </div>
  );
}
