import type { Metadata } from "next";
import { DeadLink } from "@/components/auth/dead-link";
import { KeepSaved } from "@/components/auth/keep-saved";
import { ActionForm } from "@/components/form/action-form";
import { TextField } from "@/components/form/text-field";
import { TaskPage } from "@/components/ui/task-page";
import { resetPasswordAction } from "@/lib/auth/actions";
import { peekLink } from "@/lib/auth/links";
import { passwordHint } from "@/lib/auth/rules";
import { singleValues } from "@/lib/request/query";

export const metadata: Metadata = { title: "Choose a new password", robots: { index: false }, referrer: "same-origin" };

export default async function Page({ searchParams }: PageProps<"/reset/confirm">) {
  const { token = "" } = singleValues(await searchParams);
  const link = await peekLink(token, "reset");
  if (!link) return <DeadLink way="/reset" text="Ask for another link" />;
  return (
    <TaskPage
      title="Choose a new password"
      lead={<p>{`For the account of ${link.email}. It signs out every browser that is signed in to it.`}</p>}
    >
      <ActionForm action={resetPasswordAction} fields={{ token }} submit="Set the password and sign in">
        <TextField
          name="username"
          label="E-mail"
          type="email"
          autoComplete="username"
          defaultValue={link.email}
          readOnly
        />
        <TextField
          name="password"
          label="New password"
          hint={passwordHint}
          type="password"
          autoComplete="new-password"
        />
        <KeepSaved save={link.save} />
      </ActionForm>
    </TaskPage>
  );
}
