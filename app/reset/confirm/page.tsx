import type { Metadata } from "next";
import { AuthPage } from "@/components/auth/auth-page";
import { DeadLink } from "@/components/auth/dead-link";
import { ActionForm, Field } from "@/components/auth/form";
import { KeepSaved } from "@/components/auth/keep-saved";
import { resetPasswordAction } from "@/lib/auth/actions";
import { peekLink } from "@/lib/auth/links";
import { singles } from "@/lib/request/query";

export const metadata: Metadata = { title: "Choose a new password", robots: { index: false }, referrer: "same-origin" };

export default async function Page({ searchParams }: PageProps<"/reset/confirm">) {
  const { token = "" } = singles(await searchParams);
  const link = await peekLink(token, "reset");
  if (!link) return <DeadLink way="/reset" text="Ask for another link" />;
  return (
    <AuthPage
      title="Choose a new password"
      lead={<p>For the account of {link.email}. It signs out every browser that is signed in to it.</p>}
    >
      <ActionForm action={resetPasswordAction} fields={{ token }} submit="Set the password and sign in">
        <Field name="username" label="E-mail" type="email" autoComplete="username" defaultValue={link.email} readOnly />
        <Field
          name="password"
          label="New password"
          hint="At least 12 characters; a few unrelated words are fine."
          type="password"
          autoComplete="new-password"
        />
        <KeepSaved save={link.save} />
      </ActionForm>
    </AuthPage>
  );
}
