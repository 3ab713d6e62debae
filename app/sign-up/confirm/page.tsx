import type { Metadata } from "next";
import { DeadLink } from "@/components/auth/dead-link";
import { KeepSaved } from "@/components/auth/keep-saved";
import { ActionForm } from "@/components/form/action-form";
import { TextField } from "@/components/form/text-field";
import { TaskPage } from "@/components/ui/task-page";
import { createAccountAction } from "@/lib/auth/actions";
import { peekLink } from "@/lib/auth/links";
import { passwordHint } from "@/lib/auth/rules";
import { singleValues } from "@/lib/request/query";

export const metadata: Metadata = { title: "Create your account", robots: { index: false }, referrer: "same-origin" };

export default async function Page({ searchParams }: PageProps<"/sign-up/confirm">) {
  const { token = "" } = singleValues(await searchParams);
  const link = await peekLink(token, "sign-up");
  if (!link) return <DeadLink way="/sign-up" text="Ask for another link" />;
  return (
    <TaskPage title="Create your account" lead={<p>{`${link.email} is yours. Two things are left.`}</p>}>
      <ActionForm action={createAccountAction} fields={{ token }} submit="Create the account">
        <TextField
          name="username"
          label="E-mail"
          type="email"
          autoComplete="username"
          defaultValue={link.email}
          readOnly
        />
        <TextField
          name="name"
          label="Name"
          hint="Shown beside what you write here. It need not be your real one."
          autoComplete="name"
        />
        <TextField
          name="password"
          label="Password"
          hint={`${passwordHint} Without one, you sign in by mailed links.`}
          type="password"
          autoComplete="new-password"
          optional
        />
        <KeepSaved save={link.save} />
      </ActionForm>
    </TaskPage>
  );
}
