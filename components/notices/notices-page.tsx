import type { ComponentProps } from "react";
import { markSeenAction, renewFeedAction } from "@/lib/notices/actions";
import type { Notice } from "@/lib/notices/notice";
import { routes } from "@/lib/site/routes";
import { minuteOf } from "@/lib/text/dates";
import { ActionForm } from "../form/action-form";
import { TakesFocus } from "../ui/takes-focus";
import { Watched } from "./watched";

export function NoticesPage({
  notices,
  unseen,
  watched,
}: {
  notices: Notice[];
  unseen: number;
  watched: ComponentProps<typeof Watched>["frameworks"];
}) {
  return (
    <div className="max-w-3xl py-10 sm:py-14">
      <h1 className="text-5xl">Notices</h1>
      <p className="mt-3 max-w-prose">
        What changed about frameworks that you watch or have on your{" "}
        <a href={routes.shortlist} className="link">
          lists
        </a>
        : a verdict that flipped, a release, an end of support that is near, what readers entered, and in one line a day
        what else is new in its history. And what became of your suggestions.
      </p>
      <TakesFocus at={unseen} className="mt-4">
        {unseen > 0 && <ActionForm action={markSeenAction} submit={`Mark ${unseen} as seen`} quiet />}
        {unseen === 0 && notices.length > 0 && <p className="text-muted">You have seen all of them.</p>}
      </TakesFocus>
      {notices.length === 0 ? (
        <p className="mt-8 text-lg text-muted">Nothing has changed yet.</p>
      ) : (
        <ul className="ledger mt-6">
          {notices.map(({ id, at, title, text, path }, index) => (
            <li key={id} className="py-3">
              <p>
                {index < unseen && <span className="chip mr-2">new</span>}
                <a href={path} className="link">
                  {title}
                </a>
              </p>
              <p className="text-sm text-muted">{`${minuteOf(at)}${text && ` · ${text}`}`}</p>
            </li>
          ))}
        </ul>
      )}
      <Watched frameworks={watched} />
      <h2 className="mt-12 text-2xl">By mail</h2>
      <p className="mt-1 max-w-prose text-sm text-muted">
        What changed on what you watch, once a day or once a week:{" "}
        <a href={`${routes.account}#digest`} className="link">
          choose how often
        </a>
        .
      </p>
      <h2 className="mt-12 text-2xl">In a feed reader</h2>
      <p className="mt-1 max-w-prose text-sm text-muted">The same as an Atom feed, at an address that only you know.</p>
      <div className="mt-3">
        <ActionForm action={renewFeedAction} submit="Make a feed address" quiet />
      </div>
    </div>
  );
}
