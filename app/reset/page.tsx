import type { Metadata } from "next";
import { MailNote } from "@/components/auth/mail-note";
import { ActionForm } from "@/components/form/action-form";
import { TextField } from "@/components/form/text-field";
import { Notice } from "@/components/ui/notice";
import { TaskPage } from "@/components/ui/task-page";
import { mailResetLinkAction } from "@/lib/auth/actions";
import { singleValues } from "@/lib/request/query";

export const metadata: Metadata = { title: "Reset your password", robots: { index: false } };

export default async function Page({ searchParams }: PageProps<"/reset">) {
  const { undone } = singleValues(await searchParams);
  return (
    <TaskPage title="Reset your password" lead={<p>We mail you a link to choose a new one with.</p>}>
      {undone && (
        <Notice kind="done">
          Your account has its address again, and everybody is signed out. Choose a new password now.
        </Notice>
      )}
      <MailNote />
      <ActionForm action={mailResetLinkAction} submit="Mail me a link">
        <TextField name="email" label="E-mail" type="email" autoComplete="username" />
      </ActionForm>
      <p className="mt-4 text-sm">
        <a href="/sign-in" className="link">
          Back to signing in
        </a>
      </p>
    </TaskPage>
  );
}
