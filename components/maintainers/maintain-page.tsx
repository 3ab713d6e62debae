import type { Maintenance, OwnReply } from "@/lib/maintainers/queries";
import { routes } from "@/lib/site/routes";
import { AboutFramework } from "../frameworks/about-framework";
import { Notice } from "../ui/notice";
import { AskForm } from "./ask-form";
import { OwnReplies } from "./own-replies";
import { RemovedReply } from "./removed-reply";
import { ReplyForm } from "./reply-form";

interface Done {
  /** Claims by their ids. */
  replied: number | null;
  removed: number | null;
  asked: boolean;
}

/** For who maintains a framework: ask to be confirmed, then reply to what is claimed of it. */
export function MaintainPage({
  framework: { slug, name },
  maintenance: { state, confirmed, revoked },
  claims,
  chosen,
  done,
}: {
  framework: { slug: string; name: string };
  maintenance: Maintenance;
  claims: OwnReply[];
  /** The claim that they came from. */
  chosen: number | null;
  done: Done;
}) {
  const claim = claims.find(({ id }) => id === chosen);
  const replied = claims.find(
    ({ id, reply }) => id === done.replied && reply && !reply.removed && !reply.hiddenBecause,
  );
  const removed = claims.find(({ id, reply }) => id === done.removed && reply?.removed);
  return (
    <AboutFramework framework={{ slug, name }} title="Reply as a maintainer">
      <p className="mt-3 max-w-prose">
        <span>{`Who maintains ${name} can answer what is claimed of it, once for each claim. `}</span>
        <span>A reply stands with the claim, marked as a maintainer’s and without a name. It moves no score.</span>
      </p>
      {done.asked && state === "waiting" && (
        <Notice kind="done">
          Thank you. A moderator looks at the proof; what becomes of it is under your suggestions.
        </Notice>
      )}
      {replied && (
        <Notice kind="done">
          <span>Your reply stands with the claim. </span>
          <a href={`${routes.framework(slug)}#claim-${replied.slug}`} className="link">
            See it there
          </a>
        </Notice>
      )}
      {removed && <RemovedReply key={removed.id} claim={removed.id} />}
      {state === "waiting" && !done.asked && (
        <p className="notice mt-6">
          <span>A moderator has yet to look at your proof. You can withdraw it under </span>
          <a href={routes.suggestions} className="link">
            your suggestions
          </a>
          <span>.</span>
        </p>
      )}
      {confirmed && revoked && (
        <p className="notice mt-6">{`You were confirmed from ${confirmed} to ${revoked}. Your replies say so; you can take them off.`}</p>
      )}
      {(state === "none" || state === "former") && <AskForm slug={slug} name={name} />}
      {state === "confirmed" && claim && <ReplyForm claim={claim} />}
      {confirmed && <OwnReplies slug={slug} claims={claims} mayReply={state === "confirmed"} />}
    </AboutFramework>
  );
}
