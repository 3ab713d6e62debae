import { hideReplyAction, showReplyAction } from "@/lib/maintainers/actions";
import type { MaintainerLine } from "@/lib/maintainers/queries";
import { confirmMaintainerAction, revokeMaintainerAction } from "@/lib/moderation/actions";
import { routes } from "@/lib/site/routes";
import { ActionForm } from "../form/action-form";
import { TextField } from "../form/text-field";

/** Somebody who is or was confirmed, by what, and what they reply; each with the way to take it back. */
export function Maintainer({ maintainer }: { maintainer: MaintainerLine }) {
  const { person, framework, confirmed, revoked, proof, note, reason, suggestionId, replies } = maintainer;
  return (
    <li className="py-5">
      <p>
        <bdi className="font-medium">{person.name}</bdi>
        <span>{" · "}</span>
        <bdi className="text-muted">{person.email}</bdi>
      </p>
      <p className="text-sm">
        <span>{revoked ? "former maintainer of " : "maintainer of "}</span>
        <a href={routes.framework(framework.slug)} className="link">
          {framework.name}
        </a>
        <span className="text-muted">
          {revoked ? `, confirmed ${confirmed}, revoked ${revoked}` : `, confirmed ${confirmed}`}
        </span>
      </p>
      {proof && (
        <p className="mt-1 text-sm">
          <span className="text-muted">Proof: </span>
          <a href={proof} className="link" rel="nofollow noopener ugc">
            <bdi>{proof}</bdi>
          </a>
        </p>
      )}
      {note && (
        <p dir="auto" className="text-sm whitespace-pre-line text-muted">
          {note}
        </p>
      )}
      {reason && (
        <p className="text-sm">
          <span className="text-muted">Reason: </span>
          <bdi>{reason}</bdi>
        </p>
      )}
      {revoked ? (
        <div className="mt-2">
          <ActionForm
            action={confirmMaintainerAction}
            fields={{ email: person.email, framework: framework.slug, url: proof ?? "", note }}
            submit="Confirm again"
            label={`Confirm ${person.name} as a maintainer of ${framework.name} again`}
            quiet
            once
          />
        </div>
      ) : (
        <div className="mt-2">
          <ActionForm
            action={revokeMaintainerAction}
            fields={{ suggestion: suggestionId }}
            submit="Revoke"
            label={`Revoke: ${person.name} is no maintainer of ${framework.name} any more`}
            quiet
          >
            <div className="mb-2 max-w-md">
              <TextField name="reason" label="Why revoke it?" hint="Public. Name nobody." />
            </div>
          </ActionForm>
        </div>
      )}
      {replies.length > 0 && (
        <ul className="mt-3 border-l-2 border-line pl-4">
          {replies.map((reply) => (
            <Reply key={reply.id} framework={framework.slug} reply={reply} />
          ))}
        </ul>
      )}
    </li>
  );
}

function Reply({ framework, reply }: { framework: string; reply: MaintainerLine["replies"][number] }) {
  const { id, text, hiddenBecause, claim } = reply;
  return (
    <li className="py-3 text-sm">
      <p className="text-muted">
        <span>On </span>
        <a href={`${routes.framework(framework)}#claim-${claim.slug}`} className="link">
          <bdi>{claim.text}</bdi>
        </a>
      </p>
      <p dir="auto" className="mt-1 whitespace-pre-line">
        {text}
      </p>
      {hiddenBecause !== null && (
        <p className="mt-1">
          <span className="text-muted">Hidden: </span>
          <bdi>{hiddenBecause}</bdi>
        </p>
      )}
      <div className="mt-2">
        {hiddenBecause === null ? (
          <ActionForm
            action={hideReplyAction}
            fields={{ reply: id }}
            submit="Hide it"
            label={`Hide the reply to “${claim.text}”`}
            quiet
          >
            <div className="mb-2 max-w-md">
              <TextField name="reason" label="Why hide it?" hint="Its author sees it." />
            </div>
          </ActionForm>
        ) : (
          <ActionForm
            action={showReplyAction}
            fields={{ reply: id }}
            submit="Show it again"
            label={`Show the reply to “${claim.text}” again`}
            quiet
          />
        )}
      </div>
    </li>
  );
}
