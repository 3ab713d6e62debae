import type { Metadata } from "next";
import { AuthPage, Notice } from "@/components/auth/auth-page";
import { ActionForm, Field } from "@/components/auth/form";
import { MailNote } from "@/components/auth/mail-note";
import { mailResetLinkAction } from "@/lib/auth/actions";
import { singles } from "@/lib/request/query";

export const metadata: Metadata = { title: "Reset your password", robots: { index: false } };

export default async function Page({ searchParams }: PageProps<"/reset">) {
  const { undone } = singles(await searchParams);
  return (
    <AuthPage title="Reset your password" lead={<p>We mail you a link to choose a new one with.</p>}>
      {undone && (
        <Notice kind="done">
          Your account has its address again, and everybody is signed out. Choose a new password now.
        </Notice>
      )}
      <MailNote />
      <ActionForm action={mailResetLinkAction} submit="Mail me a link">
        <Field name="email" label="E-mail" type="email" autoComplete="username" />
      </ActionForm>
      <p className="mt-4 text-sm">
        <a href="/sign-in" className="link">
          Back to signing in
        </a>
      </p>
    </AuthPage>
  );
}
