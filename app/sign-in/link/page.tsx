import type { Metadata } from "next";
import { DeadLink } from "@/components/auth/dead-link";
import { KeepSaved } from "@/components/auth/keep-saved";
import { ActionForm } from "@/components/form/action-form";
import { TaskPage } from "@/components/ui/task-page";
import { signInWithLinkAction } from "@/lib/auth/actions";
import { peekLink } from "@/lib/auth/links";
import { singleValues } from "@/lib/request/query";

export const metadata: Metadata = { title: "Sign in", robots: { index: false }, referrer: "same-origin" };

/** Opening the page uses nothing up: mail scanners open links too. The button does. */
export default async function Page({ searchParams }: PageProps<"/sign-in/link">) {
  const { token = "" } = singleValues(await searchParams);
  const link = await peekLink(token, "sign-in");
  if (!link) return <DeadLink way="/sign-in" text="Ask for another link" />;
  return (
    <TaskPage
      title="Sign in"
      lead={<p>{`You are about to sign in to the account of ${link.email} in this browser.`}</p>}
    >
      <ActionForm action={signInWithLinkAction} fields={{ token }} submit="Sign in">
        <KeepSaved save={link.save} />
      </ActionForm>
    </TaskPage>
  );
}
