import type { Metadata } from "next";
import { AuthPage } from "@/components/auth/auth-page";
import { DeadLink } from "@/components/auth/dead-link";
import { ActionForm, Field } from "@/components/auth/form";
import { KeepSaved } from "@/components/auth/keep-saved";
import { createAccountAction } from "@/lib/auth/actions";
import { peekLink } from "@/lib/auth/links";
import { singles } from "@/lib/request/query";

export const metadata: Metadata = { title: "Create your account", robots: { index: false }, referrer: "same-origin" };

export default async function Page({ searchParams }: PageProps<"/sign-up/confirm">) {
  const { token = "" } = singles(await searchParams);
  const link = await peekLink(token, "sign-up");
  if (!link) return <DeadLink way="/sign-up" text="Ask for another link" />;
  return (
    <AuthPage title="Create your account" lead={<p>{link.email} is yours. Two things are left.</p>}>
      <ActionForm action={createAccountAction} fields={{ token }} submit="Create the account">
        <Field name="username" label="E-mail" type="email" autoComplete="username" defaultValue={link.email} readOnly />
        <Field
          name="name"
          label="Name"
          hint="Shown beside what you write here. It need not be your real one."
          autoComplete="name"
        />
        <Field
          name="password"
          label="Password"
          hint="At least 12 characters; a few unrelated words are fine. Without one, you sign in by mailed links."
          type="password"
          autoComplete="new-password"
          optional
        />
        <KeepSaved save={link.save} />
      </ActionForm>
    </AuthPage>
  );
}
