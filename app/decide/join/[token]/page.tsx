import type { Metadata } from "next";
import { Invited } from "@/components/decide/invited";
import { TaskPage } from "@/components/ui/task-page";
import { getInvitation } from "@/lib/decide/queries";
import { requireViewer } from "@/lib/session/gate";
import { getHalfViewer, getViewer } from "@/lib/session/viewer";
import { routes } from "@/lib/site/routes";

export const metadata: Metadata = { title: "An invitation", robots: { index: false }, referrer: "same-origin" };

/** Whoever has the link sees what it invites to, and from whom; taking part needs an account. */
export default async function Page({ params }: PageProps<"/decide/join/[token]">) {
  const { token } = await params;
  const path = routes.joinTeam(token);
  const signedIn = (await getViewer()) !== null;
  // Half signed in, one has an account: the second step comes first.
  if (!signedIn && (await getHalfViewer())) await requireViewer(path);
  const invitation = await getInvitation(token);
  if (invitation) return <Invited token={token} invitation={invitation} signedIn={signedIn} />;
  return (
    <TaskPage title="This invitation has ended" lead={<p>Ask whoever sent it for a new one.</p>}>
      <p className="mt-6">
        <a href={routes.decide} className="button">
          Decide on your own
        </a>
      </p>
    </TaskPage>
  );
}
