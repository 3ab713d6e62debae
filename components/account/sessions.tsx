import { revokeOtherSessionsAction, revokeSessionAction } from "@/lib/auth/actions";
import type { Account } from "@/lib/auth/queries";
import { sessionLife } from "@/lib/session/rules";
import { minuteOf } from "@/lib/text/dates";
import { inWords } from "@/lib/text/durations";
import { ActionForm } from "../form/action-form";
import { AccountPart } from "./account-part";

/** The browsers that are signed in, each with a way to end that. */
export function Sessions({ account }: { account: Account }) {
  return (
    <AccountPart id="sessions" title="Where you are signed in">
      <ul className="ledger mt-3">
        {account.sessions.map((session) => (
          <li key={session.id} className="flex flex-wrap items-center justify-between gap-2 py-2">
            <span>
              <span>{session.device}</span>
              {session.current && <strong className="font-medium"> · this browser</strong>}
              <span className="block text-sm text-muted">
                {`by ${session.method}, ${minuteOf(session.createdAt)} · last used ${minuteOf(session.lastSeenAt)}`}
              </span>
            </span>
            <ActionForm
              action={revokeSessionAction}
              fields={{ session: session.id }}
              submit="Sign out"
              label={
                session.current ? "Sign out this browser" : `Sign out ${session.device}, ${minuteOf(session.createdAt)}`
              }
              quiet
            />
          </li>
        ))}
      </ul>
      {account.sessions.length > 1 && (
        <div className="mt-3">
          <ActionForm action={revokeOtherSessionsAction} submit="Sign out everywhere else" quiet />
        </div>
      )}
      <p className="mt-3 text-sm text-muted">
        A session ends after <span>{inWords(sessionLife.idle)}</span> without use, and{" "}
        <span>{inWords(sessionLife.absolute)}</span> after its sign-in.
      </p>
    </AccountPart>
  );
}
