import type { ReactNode } from "react";
import {
  changeEmailAction,
  connectProviderAction,
  removeMethodAction,
  renameAction,
  revokeOtherSessionsAction,
  revokeSessionAction,
  setPasswordAction,
  signOutAction,
} from "@/lib/auth/actions";
import type { Account } from "@/lib/auth/queries";
import { configuredProviders } from "@/lib/providers/providers.mjs";
import { can } from "@/lib/session/permissions";
import { signInPath } from "@/lib/session/rules";
import { routes } from "@/lib/site/routes";
import { dayOf, minuteOf } from "@/lib/text/dates";
import { Notice } from "../auth/auth-page";
import { ActionForm, Field } from "../auth/form";

const problems: Record<string, string> = {
  taken:
    "That account at the provider is connected to another account here, or this one has another of the same provider.",
  expired: "Connecting took too long, or you were signed out meanwhile. Try again.",
};

export function AccountPage({
  account,
  fresh,
  unseen,
  query,
}: {
  account: Account;
  fresh: boolean;
  /** Notices that the person hasn't seen. */
  unseen: number;
  query: Record<string, string | undefined>;
}) {
  return (
    <div className="py-10 sm:py-14">
      <div className="flex flex-wrap items-end justify-between gap-4">
        <div>
          <p className="eyebrow">
            {account.role === "member" ? "Account" : `Account · ${account.role}`} · since {dayOf(account.createdAt)}
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
            Notices{unseen > 0 && ` (${unseen})`}
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
      <Notices query={query} />
      {!fresh && (
        <p className="notice my-4">
          To change address, password or ways to sign in,{" "}
          <a href={signInPath(routes.account, true)} className="link">
            sign in again
          </a>{" "}
          first: more than 15 minutes have passed since you did.
        </p>
      )}
      <div className="mt-6 grid gap-x-16 lg:grid-cols-2">
        <div>
          <Part id="profile" title="Profile">
            <ActionForm action={renameAction} submit="Change name">
              <Field name="name" label="Name" defaultValue={account.name} autoComplete="name" />
            </ActionForm>
          </Part>
          <Part id="email" title="E-mail">
            <p className="mt-2">
              {account.email} <span className="text-muted">· confirmed, shown to nobody</span>
            </p>
            {account.pendingEmail && (
              <p className="mt-2 text-sm">
                Waiting for confirmation: {account.pendingEmail}. Open the link in that mailbox, in this browser.
              </p>
            )}
            <ActionForm action={changeEmailAction} submit="Mail a link to the new address">
              <Field name="email" label="New address" type="email" autoComplete="email" />
            </ActionForm>
          </Part>
          <Methods account={account} />
        </div>
        <div>
          <Sessions account={account} />
          <Part id="data" title="Your data">
            <p className="mt-2 max-w-prose">
              Everything that is kept about you, in one JSON file: profile, ways to sign in, sessions, shortlists,
              votes, ratings.
            </p>
            <p className="mt-3">
              <a href="/account/export" className="button" download>
                Download my data
              </a>
            </p>
          </Part>
          <Part id="delete" title="Leave">
            <p className="mt-2 max-w-prose">
              Deleting the account takes everything in it along. You see first what that is.
            </p>
            <p className="mt-3">
              <a href="/account/delete" className="button">
                Delete my account …
              </a>
            </p>
          </Part>
        </div>
      </div>
    </div>
  );
}

function Notices({ query }: { query: Record<string, string | undefined> }) {
  const done: [boolean, string][] = [
    [
      query.welcome === "1",
      "Your account is ready. Save frameworks from their pages; they are kept in your shortlist.",
    ],
    [
      query.reset === "1",
      "Your password is set, and every other browser is signed out. Look through the ways to sign in below: is each of them yours?",
    ],
    [query.email === "1", "Your address is changed."],
    [query.connected === "1", "Connected. You can sign in with it from now on."],
    [query.removed === "1", "Removed. It opens this account no more."],
    [query.ended !== undefined, "Signed out there. It holds at once."],
  ];
  const problem = query.problem && (problems[query.problem] ?? "That didn’t work. Try again.");
  return (
    <>
      {done.map(
        ([shown, text]) =>
          shown && (
            <Notice key={text} kind="done">
              {text}
            </Notice>
          ),
      )}
      {problem && <Notice kind="refused">{problem}</Notice>}
    </>
  );
}

function Part({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section id={id} aria-labelledby={`${id}-title`} className="mt-8 border-t border-line pt-5">
      <h2 id={`${id}-title`} className="text-3xl">
        {title}
      </h2>
      {children}
    </section>
  );
}

function Methods({ account }: { account: Account }) {
  const providers = configuredProviders();
  const nameOf = (id: string) => providers.find((one) => one.id === id)?.name ?? id;
  const missing = providers.filter(({ id }) => !account.identities.some(({ provider }) => provider === id));
  return (
    <Part id="methods" title="Ways to sign in">
      <ul className="ledger mt-3">
        <li className="py-3">
          Link by mail <span className="text-muted">· always, to {account.email}</span>
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
              {nameOf(provider)}: {label} <span className="text-muted">· since {dayOf(createdAt)}</span>
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
            <span className="text-muted">{name}: not connected</span>
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
      <h3 className="mt-6 text-lg font-medium">{account.hasPassword ? "Change the password" : "Set a password"}</h3>
      <ActionForm action={setPasswordAction} submit={account.hasPassword ? "Change password" : "Set password"}>
        {/* Not of type hidden: those are no user names to password managers. */}
        <input hidden name="username" autoComplete="username" value={account.email} readOnly />
        <Field
          name="password"
          label="New password"
          hint="At least 12 characters; a few unrelated words are fine. It signs out every other browser."
          type="password"
          autoComplete="new-password"
        />
      </ActionForm>
    </Part>
  );
}

function Sessions({ account }: { account: Account }) {
  return (
    <Part id="sessions" title="Where you are signed in">
      <ul className="ledger mt-3">
        {account.sessions.map((session) => (
          <li key={session.id} className="flex flex-wrap items-center justify-between gap-2 py-2">
            <span>
              {session.device}
              {session.current && <strong className="font-medium"> · this browser</strong>}
              <span className="block text-sm text-muted">
                by {session.method}, {minuteOf(session.createdAt)} · last used {minuteOf(session.lastSeenAt)}
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
        A session ends after 14 days without use, and 30 days after its sign-in.
      </p>
    </Part>
  );
}
