import { mailSignInLinkAction, signInAction, signInWithProviderAction } from "@/lib/auth/actions";
import { configuredProviders } from "@/lib/providers/providers.mjs";
import { signUpPath } from "@/lib/session/rules";
import { ActionForm } from "../form/action-form";
import { TextField } from "../form/text-field";
import { Notice } from "../ui/notice";
import { TaskPage } from "../ui/task-page";
import { MailNote } from "./mail-note";

/** What went wrong on the way through a provider, by the code in the address. */
const problems: Record<string, string> = {
  known:
    "There is an account with this address already. Sign in the way you did before; then connect the provider on your account page.",
  unverified:
    "The provider doesn’t vouch for your address, so it can’t open an account here. Verify it there, or sign up by mail.",
  AccessDenied: "The provider didn’t let you in, or you said no there.",
  cookies:
    "This browser keeps no cookies of this site, so it can’t stay signed in. Allow them for this site, then try again.",
  Callback: "Signing in at the provider didn’t work. Try again.",
};

export function SignInPage({
  next,
  again,
  query,
}: {
  next: string | null;
  again: boolean;
  query: Record<string, string | undefined>;
}) {
  const providers = configuredProviders();
  const onward: Record<string, string> = next ? { next } : {};
  const problem = query.problem ?? query.error;
  return (
    <TaskPage
      title={again ? "Is it still you?" : "Sign in"}
      lead={
        again ? (
          <p>What you are about to change matters, so sign in again, in any way you like.</p>
        ) : (
          <p>
            New here?{" "}
            <a href={signUpPath(next)} className="link">
              Create an account
            </a>
            .
          </p>
        )
      }
    >
      {problem && (
        <Notice kind="refused">{problems[problem] ?? "Signing in at the provider didn’t work. Try again."}</Notice>
      )}
      {query.out && <Notice kind="done">You are signed out.</Notice>}
      {query.deleted && <Notice kind="done">Your account is deleted, with everything that was in it.</Notice>}
      {providers.length > 0 && (
        <div className="mt-4 grid gap-1">
          {providers.map(({ id, name }) => (
            <ActionForm
              key={id}
              action={signInWithProviderAction}
              fields={{ provider: id, ...onward }}
              submit={`Sign in with ${name}`}
              quiet
            />
          ))}
        </div>
      )}
      <section aria-labelledby="by-password" className="mt-8">
        <h2 id="by-password" className="text-2xl">
          With your password
        </h2>
        <ActionForm action={signInAction} fields={onward} submit="Sign in">
          <TextField name="email" label="E-mail" type="email" autoComplete="username" />
          <TextField name="password" label="Password" type="password" autoComplete="current-password" />
        </ActionForm>
        <p className="mt-3 text-sm">
          <a href="/reset" className="link">
            Forgot your password?
          </a>
        </p>
      </section>
      <section aria-labelledby="by-link" className="mt-10 border-t border-line pt-6">
        <h2 id="by-link" className="text-2xl">
          With a link by mail
        </h2>
        <MailNote />
        <ActionForm action={mailSignInLinkAction} fields={onward} submit="Mail me a link">
          <TextField name="email" label="E-mail for the link" type="email" autoComplete="email" />
        </ActionForm>
      </section>
    </TaskPage>
  );
}
