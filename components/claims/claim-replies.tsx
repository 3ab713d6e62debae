import type { ReplyView } from "@/lib/claims/view";
import { routes } from "@/lib/site/routes";

/** What maintainers of the framework say to a claim, marked as that and without a name. */
export function ClaimReplies({ replies }: { replies: readonly ReplyView[] }) {
  return replies.map(({ id, text, day, framework, confirmed, revoked }) => (
    <figure key={id} id={`reply-${id}`} className="claim-reply">
      <figcaption>
        <b>{`${revoked ? "Former maintainer" : "Maintainer"} of ${framework}`}</b>
        <span>{`, confirmed ${confirmed}${revoked ? ` to ${revoked}` : ""} · said on ${day}`}</span>
      </figcaption>
      <blockquote dir="auto">{text}</blockquote>
      <a href={routes.report("reply", id)} rel="nofollow" className="link no-print" aria-describedby={`reply-${id}`}>
        Report this reply
      </a>
    </figure>
  ));
}
