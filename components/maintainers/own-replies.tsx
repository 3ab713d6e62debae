import { claimKinds } from "@/lib/claims/kinds";
import { removeReplyAction } from "@/lib/maintainers/actions";
import type { OwnReply } from "@/lib/maintainers/queries";
import { routes } from "@/lib/site/routes";
import { ActionForm } from "../form/action-form";
import { Hidden } from "./reply-form";

/** Every claim of the framework, with what its maintainer says to it. */
export function OwnReplies({ slug, claims, mayReply }: { slug: string; claims: OwnReply[]; mayReply: boolean }) {
  const said = claims.filter(({ reply }) => reply && !reply.removed);
  const others = claims.filter((claim) => !said.includes(claim));
  return (
    <>
      <section aria-labelledby="said" className="mt-10">
        <h2 id="said" className="text-3xl">
          <span>Your replies </span>
          <span className="count">{said.length}</span>
        </h2>
        {said.length === 0 && <p className="mt-2 text-muted">None yet.</p>}
        <ul className="ledger mt-3">
          {said.map(({ id, slug: claim, text, reply }) => (
            <li key={id} className="py-4">
              <p>
                <a href={`${routes.framework(slug)}#claim-${claim}`} className="link">
                  <bdi id={`claim-${id}`}>{text}</bdi>
                </a>
              </p>
              <p dir="auto" className="mt-2 border-l-2 border-accent pl-3 whitespace-pre-line">
                {reply?.text}
              </p>
              <p className="mt-1 text-sm text-muted">{`said on ${reply?.day}`}</p>
              {reply?.hiddenBecause && <Hidden because={reply.hiddenBecause} />}
              <div className="mt-2 flex flex-wrap items-start gap-2">
                {mayReply && (
                  <a
                    href={`${routes.maintain(slug)}?claim=${id}`}
                    className="button"
                    aria-label={`Change your reply to “${text}”`}
                  >
                    Change
                  </a>
                )}
                <ActionForm
                  action={removeReplyAction}
                  fields={{ claim: String(id) }}
                  submit="Take it off"
                  label={`Take your reply to “${text}” off`}
                  quiet
                />
              </div>
            </li>
          ))}
        </ul>
      </section>
      {mayReply && (
        <section aria-labelledby="unanswered" className="mt-10">
          <h2 id="unanswered" className="text-3xl">
            Claims without a reply of yours
          </h2>
          <ul className="ledger mt-3">
            {others.map(({ id, kind, text }) => (
              <li key={id} className="flex flex-wrap items-baseline justify-between gap-x-4 py-2">
                <span className="min-w-0 flex-1 basis-64">
                  <span className="eyebrow">{`${kindOf(kind)} `}</span>
                  <bdi>{text}</bdi>
                </span>
                <a href={`${routes.maintain(slug)}?claim=${id}`} className="link" aria-label={`Reply to “${text}”`}>
                  Reply
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

const kindOf = (id: string) => claimKinds.find((kind) => kind.id === id)?.singular ?? id;
