import { joinAction } from "@/lib/decide/actions";
import type { Invitation } from "@/lib/decide/queries";
import { signInPath, signUpPath } from "@/lib/session/rules";
import { routes } from "@/lib/site/routes";
import { ActionForm } from "../form/action-form";
import { TaskPage } from "../ui/task-page";

/** What an invitation is to, and the way to take part: for who has no account, by making one and coming back. */
export function Invited({
  token,
  invitation: { title, owner },
  signedIn,
}: {
  token: string;
  invitation: Invitation;
  signedIn: boolean;
}) {
  const back = routes.joinTeam(token);
  return (
    <TaskPage
      title={title}
      lead={
        <p>
          <bdi>{owner}</bdi> invites you to decide together. You weigh and score without seeing the others, nor they
          you, until the ballots are opened; then all who joined see all, with names.
        </p>
      }
    >
      {signedIn ? (
        <ActionForm action={joinAction} fields={{ token }} submit="Take part" />
      ) : (
        <>
          <p className="mt-5">
            To take part you need an account: a name and an address that you can read mail at. Either way leads back
            here.
          </p>
          <p className="mt-5 flex flex-wrap gap-2">
            <a href={signUpPath(back)} className="button button-strong">
              Create an account
            </a>
            <a href={signInPath(back)} className="button">
              Sign in
            </a>
          </p>
        </>
      )}
    </TaskPage>
  );
}
