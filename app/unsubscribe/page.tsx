import type { Metadata } from "next";
import { ActionForm } from "@/components/form/action-form";
import { TaskPage } from "@/components/ui/task-page";
import { unsubscribeAction } from "@/lib/notices/actions";
import { rhythms } from "@/lib/notices/digest";
import { getDigest } from "@/lib/notices/queries";
import { personOfToken } from "@/lib/notices/unsubscribe";
import { singleValues } from "@/lib/request/query";
import { routes } from "@/lib/site/routes";

export const metadata: Metadata = { title: "No more letters", robots: { index: false }, referrer: "same-origin" };

/** Opening the page ends nothing: mail scanners open links too. The button does, signed in or not. */
export default async function Page({ searchParams }: PageProps<"/unsubscribe">) {
  const { token = "", done } = singleValues(await searchParams);
  const personId = personOfToken(token);
  const every = personId === null ? "off" : await getDigest(personId);
  const account = (
    <p className="mt-6">
      <a href={`${routes.account}#digest`} className="button">
        Choose in your account
      </a>
    </p>
  );
  if (personId === null && done === undefined)
    return (
      <TaskPage title="This address is not whole." lead={<p>Open it from the letter again, or sign in and choose.</p>}>
        {account}
      </TaskPage>
    );
  if (every === "off")
    return (
      <TaskPage
        title="No more letters."
        lead={<p>Nothing is written to you about what you watch. It is still here.</p>}
      >
        {account}
      </TaskPage>
    );
  return (
    <TaskPage
      title="No more of these letters?"
      lead={<p>{`You are written to ${rhythms[every].said} at most, about frameworks that you watch.`}</p>}
    >
      <ActionForm action={unsubscribeAction} fields={{ token }} submit="No more letters" />
    </TaskPage>
  );
}
