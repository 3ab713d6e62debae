import type { Metadata } from "next";
import { MailNote } from "@/components/auth/mail-note";
import { TaskPage } from "@/components/ui/task-page";
import { lifeOf } from "@/lib/auth/rules";
import { singleValues } from "@/lib/request/query";

export const metadata: Metadata = { title: "Check your mail", robots: { index: false } };

const back: Record<string, { href: string; text: string }> = {
  "sign-up": { href: "/sign-up", text: "Use another address" },
  reset: { href: "/reset", text: "Use another address" },
};

export default async function Page({ searchParams }: PageProps<"/check-mail">) {
  const wanted = singleValues(await searchParams).for ?? "";
  const { href, text } = back[wanted] ?? { href: "/sign-in", text: "Use another address, or another way" };
  return (
    <TaskPage title="Check your mail" lead={<p>A message with a link is on its way to the address that you gave.</p>}>
      <MailNote />
      <ul className="mt-5 list-disc space-y-2 pl-5">
        <li>
          {wanted === "sign-up"
            ? `The link works once: for ${lifeOf("sign-up")}.`
            : `The link works once: for ${lifeOf("sign-in")}, or ${lifeOf("sign-up")} if it is to make a new account.`}
        </li>
        <li>Nothing there after a few minutes? Look among the spam, and whether the address was right.</li>
        <li>Many were asked for within the hour? Then one comes in five minutes at most: the latest one works.</li>
        <li>You can close this page.</li>
      </ul>
      <p className="mt-6">
        <a href={href} className="link">
          {text}
        </a>
      </p>
    </TaskPage>
  );
}
