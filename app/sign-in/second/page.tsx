import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { PasskeyStep } from "@/components/account/passkey-step";
import { ActionForm } from "@/components/form/action-form";
import { TextField } from "@/components/form/text-field";
import { TaskPage } from "@/components/ui/task-page";
import { doSecondStepAction, signOutAction } from "@/lib/auth/actions";
import { getSecondStep } from "@/lib/auth/second-step-mutations";
import { singleValues } from "@/lib/request/query";
import { safeReturn } from "@/lib/request/return-path";
import { signInPath } from "@/lib/session/rules";
import { getHalfViewer, getViewer } from "@/lib/session/viewer";

export const metadata: Metadata = { title: "Second step", robots: { index: false } };

/** What stands between the first step of signing in and being signed in. */
export default async function Page({ searchParams }: PageProps<"/sign-in/second">) {
  const next = safeReturn(singleValues(await searchParams).next) ?? "/account";
  const half = await getHalfViewer();
  if (!half) redirect((await getViewer()) ? next : signInPath(next));
  const step = await getSecondStep(half.personId);
  const byPasskey = step !== null && step.passkeys.length > 0;
  const code = step?.appAt
    ? "Type the code that your app shows for this site. Without the app, one of the codes that you wrote down."
    : "Type one of the codes that you wrote down. Each is good once.";
  return (
    <TaskPage
      title="Second step"
      lead={
        <p>{byPasskey ? "Show that it is you by a passkey that you added to this account, or by a code." : code}</p>
      }
    >
      {byPasskey && (
        <section aria-labelledby="by-passkey" className="mt-8">
          <h2 id="by-passkey" className="text-2xl">
            With a passkey
          </h2>
          <PasskeyStep next={next} />
        </section>
      )}
      <section
        aria-labelledby={byPasskey ? "by-code" : undefined}
        className={byPasskey ? "mt-10 border-t border-line pt-6" : ""}
      >
        {byPasskey && (
          <>
            <h2 id="by-code" className="text-2xl">
              With a code
            </h2>
            <p className="mt-1 text-muted">{code}</p>
          </>
        )}
        <ActionForm action={doSecondStepAction} fields={{ next }} submit="Go on">
          <TextField name="code" label="Code" autoComplete="one-time-code" />
        </ActionForm>
      </section>
      <div className="mt-8 border-t border-line pt-4 text-sm text-muted">
        <p>Nothing of that at hand? Whoever runs this site can take the second step off your account, by a command.</p>
        <ActionForm action={signOutAction} submit="Sign in as somebody else" quiet leaves />
      </div>
    </TaskPage>
  );
}
