import type { Metadata } from "next";
import { ActionForm } from "@/components/form/action-form";
import { TaskPage } from "@/components/ui/task-page";
import { joinAction } from "@/lib/decide/actions";
import { getInvitation } from "@/lib/decide/queries";
import { requireViewer } from "@/lib/session/gate";
import { routes } from "@/lib/site/routes";

export const metadata: Metadata = { title: "An invitation", robots: { index: false }, referrer: "same-origin" };

export default async function Page({ params }: PageProps<"/decide/join/[token]">) {
  const { token } = await params;
  await requireViewer(routes.joinTeam(token));
  const invitation = await getInvitation(token);
  if (!invitation)
    return (
      <TaskPage title="This invitation has ended" lead={<p>Ask whoever sent it for a new one.</p>}>
        <p className="mt-6">
          <a href={routes.decide} className="button">
            Decide on your own
          </a>
        </p>
      </TaskPage>
    );
  return (
    <TaskPage
      title={invitation.title}
      lead={
        <p>
          <bdi>{invitation.owner}</bdi> invites you to decide together. You weigh and score without seeing the others,
          nor they you, until the ballots are opened; then all who joined see all, with names.
        </p>
      }
    >
      <ActionForm action={joinAction} fields={{ token }} submit="Take part" />
    </TaskPage>
  );
}
