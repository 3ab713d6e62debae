import type { Metadata } from "next";
import { DeadLink } from "@/components/auth/dead-link";
import { ActionForm } from "@/components/form/action-form";
import { TaskPage } from "@/components/ui/task-page";
import { undoEmailAction } from "@/lib/auth/actions";
import { peekLink } from "@/lib/auth/links";
import { singleValues } from "@/lib/request/query";

export const metadata: Metadata = {
  title: "Take your account back",
  robots: { index: false },
  referrer: "same-origin",
};

/** Who lost their address has no session any more: the link alone opens this, and does nothing before the button. */
export default async function Page({ searchParams }: PageProps<"/reset/address">) {
  const { token = "" } = singleValues(await searchParams);
  const link = await peekLink(token, "undo-email");
  if (!link) return <DeadLink way="/reset" text="Ask for another link" />;
  return (
    <TaskPage
      title="Take your account back"
      lead={
        <p>
          The account that <span>{link.email}</span> had until some days ago gets this address again. Everybody is
          signed out of it, and its password and connected providers are removed, since whoever changed it may have set
          them.
        </p>
      }
    >
      <ActionForm action={undoEmailAction} fields={{ token }} submit="Take it back" />
    </TaskPage>
  );
}
