import type { Metadata } from "next";
import { DeadLink } from "@/components/auth/dead-link";
import { ActionForm } from "@/components/form/action-form";
import { TaskPage } from "@/components/ui/task-page";
import { confirmEmailAction } from "@/lib/auth/actions";
import { peekLink } from "@/lib/auth/links";
import { singleValues } from "@/lib/request/query";
import { requireViewer } from "@/lib/session/gate";
import { routes } from "@/lib/site/routes";

export const metadata: Metadata = { title: "Confirm your address", robots: { index: false }, referrer: "same-origin" };

export default async function Page({ searchParams }: PageProps<"/account/email">) {
  const { token = "" } = singleValues(await searchParams);
  const viewer = await requireViewer(`/account/email?${new URLSearchParams({ token })}`);
  const link = await peekLink(token, "change-email");
  if (!link) return <DeadLink way={`${routes.account}#email`} text="Ask for another link" />;
  if (link.personId !== viewer.personId)
    return (
      <TaskPage
        title="This link is for another account."
        lead={
          <p>
            You are signed in as <span>{viewer.email}</span>, which didn’t ask for it. If you did, sign in to the
            account that asked. If you didn’t, somebody wanted your address for theirs: close this page, and nothing
            happens.
          </p>
        }
      >
        <p className="mt-6">
          <a href={routes.account} className="button">
            Back to your account
          </a>
        </p>
      </TaskPage>
    );
  return (
    <TaskPage
      title="Confirm your address"
      lead={<p>{`Your account then uses ${link.email} instead of ${viewer.email}.`}</p>}
    >
      <ActionForm action={confirmEmailAction} fields={{ token }} submit="Use this address" />
    </TaskPage>
  );
}
