import { replyAction } from "@/lib/maintainers/actions";
import type { OwnReply } from "@/lib/maintainers/queries";
import { longestReply } from "@/lib/maintainers/schema";
import { ActionForm } from "../form/action-form";
import { LongTextField } from "../form/long-text-field";

/** What a maintainer says to one claim. */
export function ReplyForm({ claim: { id, text, reply } }: { claim: OwnReply }) {
  const stands = reply !== null && !reply.removed;
  return (
    <section aria-labelledby="reply" className="mt-8">
      <h2 id="reply" className="text-3xl">
        {stands ? "Change your reply" : "Your reply"}
      </h2>
      <blockquote dir="auto" className="mt-3 border-l-4 border-line-strong pl-4">
        {text}
      </blockquote>
      {reply?.hiddenBecause && <Hidden because={reply.hiddenBecause} />}
      <ActionForm key={id} action={replyAction} fields={{ claim: String(id) }} submit={stands ? "Change it" : "Reply"}>
        <LongTextField
          name="text"
          label="What do you say to it?"
          hint={`Plain text, ${longestReply.toLocaleString("en")} characters at most. For what should move its verdict, suggest a source.`}
          lines={5}
          value={stands ? reply.text : ""}
          needed
        />
      </ActionForm>
    </section>
  );
}

/** Why a moderator hid a reply: for its author. */
export function Hidden({ because }: { because: string }) {
  return (
    <p className="notice mt-3">
      <span>A moderator hid it: </span>
      <bdi>{because}</bdi>
      <span> Other words stay hidden too until a moderator takes that back.</span>
    </p>
  );
}
