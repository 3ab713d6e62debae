import type { Metadata } from "next";
import { MailNote } from "@/components/auth/mail-note";
import { ActionForm } from "@/components/form/action-form";
import { TextField } from "@/components/form/text-field";
import { TaskPage } from "@/components/ui/task-page";
import { signInWithProviderAction, signUpAction } from "@/lib/auth/actions";
import { configuredProviders } from "@/lib/providers/providers.mjs";
import { singleValues } from "@/lib/request/query";
import { safeReturn } from "@/lib/request/return-path";
import { signInPath } from "@/lib/session/rules";

export const metadata: Metadata = { title: "Create an account", robots: { index: false } };

export default async function Page({ searchParams }: PageProps<"/sign-up">) {
  const next = safeReturn(singleValues(await searchParams).next);
  const onward: Record<string, string> = next ? { next } : {};
  return (
    <TaskPage
      title="Create an account"
      lead={
        <p>
          To keep shortlists, rate frameworks and say what is still true. Have one already?{" "}
          <a href={signInPath(next)} className="link">
            Sign in
          </a>
          .
        </p>
      }
    >
      <div className="mt-4 grid gap-1">
        {configuredProviders().map(({ id, name }) => (
          <ActionForm
            key={id}
            action={signInWithProviderAction}
            fields={{ provider: id, ...onward }}
            submit={`Continue with ${name}`}
            quiet
          />
        ))}
      </div>
      <MailNote />
      <ActionForm action={signUpAction} fields={onward} submit="Continue">
        <TextField
          name="email"
          label="E-mail"
          hint="We mail you a link to it. Name and password come after that."
          type="email"
          autoComplete="email"
        />
      </ActionForm>
      <p className="mt-6 text-sm text-muted">
        Your address is shown to nobody and used for your account only. You can take all your data along, or delete it,
        at any time.
      </p>
    </TaskPage>
  );
}
