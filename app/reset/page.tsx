import type { Metadata } from "next";
import { MailNote } from "@/components/auth/mail-note";
import { ActionForm } from "@/components/form/action-form";
import { TextField } from "@/components/form/text-field";
import { TaskPage } from "@/components/ui/task-page";
import { mailResetLinkAction } from "@/lib/auth/actions";

export const metadata: Metadata = { title: "Reset your password", robots: { index: false } };
export const dynamic = "force-dynamic";

export default function Page() {
  return (
    <TaskPage title="Reset your password" lead={<p>We mail you a link to choose a new one with.</p>}>
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
