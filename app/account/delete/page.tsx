import type { Metadata } from "next";
import { ActionForm } from "@/components/form/action-form";
import { TextField } from "@/components/form/text-field";
import { TaskPage } from "@/components/ui/task-page";
import { deleteAccountAction } from "@/lib/auth/actions";
import { requireViewer } from "@/lib/session/gate";
import { routes } from "@/lib/site/routes";

export const metadata: Metadata = { title: "Delete your account", robots: { index: false } };

export default async function Page() {
  const viewer = await requireViewer("/account/delete", { fresh: true });
  return (
    <TaskPage title="Delete your account" lead={<p>This can’t be undone: nothing of it is kept to restore from.</p>}>
      <ul className="mt-5 list-disc space-y-2 pl-5">
        <li>Your name, address, password and connected providers are deleted, and every browser is signed out.</li>
        <li>
          Your shortlists and saved decisions are deleted, the latter for their teams too, and your ballots in teams of
          others. Records that you made stay: they belong to nobody, and name whom you named.
        </li>
        <li>
          Your ratings and votes are deleted with you: they stop counting, and the public numbers change at once by that
          much.
        </li>
        <li>What you replied to claims as a maintainer is deleted, and so is what you sent to be confirmed as one.</li>
        <li>
          What else you suggested stays, without your name: others have decided on it, and it rests on its sources.
        </li>
      </ul>
      <p className="mt-5">
        <a href="/account/export" className="link" download>
          Download your data
        </a>{" "}
        first, if you want to keep it.
      </p>
      <ActionForm action={deleteAccountAction} submit="Delete my account" leaves>
        <TextField name="confirm" label={`Type your address, ${viewer.email}, to confirm`} autoComplete="off" />
      </ActionForm>
      <p className="mt-4">
        <a href={routes.account} className="link">
          Keep it
        </a>
      </p>
    </TaskPage>
  );
}
