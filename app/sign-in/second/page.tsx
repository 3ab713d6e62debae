import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { ActionForm } from "@/components/form/action-form";
import { TextField } from "@/components/form/text-field";
import { TaskPage } from "@/components/ui/task-page";
import { doSecondStepAction, signOutAction } from "@/lib/auth/actions";
import { singleValues } from "@/lib/request/query";
import { safeReturn } from "@/lib/request/return-path";
import { signInPath } from "@/lib/session/rules";
import { getHalfViewer, getViewer } from "@/lib/session/viewer";

export const metadata: Metadata = { title: "Second step", robots: { index: false } };

/** What stands between the first step of signing in and being signed in. */
export default async function Page({ searchParams }: PageProps<"/sign-in/second">) {
  const next = safeReturn(singleValues(await searchParams).next) ?? "/account";
  if (!(await getHalfViewer())) redirect((await getViewer()) ? next : signInPath(next));
  return (
    <TaskPage
      title="Second step"
      lead={
        <p>Type the code that your app shows for this site. Without the app, one of the codes that you wrote down.</p>
      }
    >
      <ActionForm action={doSecondStepAction} fields={{ next }} submit="Go on">
        <TextField name="code" label="Code" autoComplete="one-time-code" />
      </ActionForm>
      <div className="mt-8 border-t border-line pt-4 text-sm text-muted">
        <p>Neither app nor codes? Whoever runs this site can take the second step off your account, by a command.</p>
        <ActionForm action={signOutAction} submit="Sign in as somebody else" quiet leaves />
      </div>
    </TaskPage>
  );
}
