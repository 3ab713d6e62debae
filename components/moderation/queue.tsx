import { decideAction, resetSuggestsAction, revertAction } from "@/lib/moderation/actions";
import { kinds } from "@/lib/moderation/kinds";
import type { Queue as QueueView } from "@/lib/moderation/queries";
import { routes } from "@/lib/site/routes";
import { sourceKinds } from "@/lib/sources/kinds";
import { minuteOf } from "@/lib/text/dates";
import { ActionForm } from "../form/action-form";
import { RadioField } from "../form/radio-field";
import { SelectField } from "../form/select-field";
import { TextField } from "../form/text-field";
import { SuggestionBody } from "./suggestion-body";

/** What waits for a decision, and what was decided, with the way back. */
export function Queue({ open, decided, page, pages }: QueueView) {
  return (
    <>
      <section aria-labelledby="queue" className="mt-8">
        <h2 id="queue" className="text-3xl">
          Waiting <span className="count">{open.length}</span>
        </h2>
        {open.length === 0 && <p className="mt-2 text-muted">Nothing waits.</p>}
        <ul className="ledger mt-3">
          {open.map((suggestion) => (
            <li key={suggestion.id} className="py-4">
              <SuggestionBody suggestion={suggestion} />
              <p className="mt-2 text-sm text-muted">
                <span>{"from "}</span>
                <bdi>{suggestion.author?.name ?? "somebody who left"}</bdi>
                <span>{`, ${minuteOf(suggestion.createdAt)}`}</span>
              </p>
              <ActionForm
                action={decideAction}
                fields={{
                  suggestion: suggestion.id,
                  ...(kinds[suggestion.kind].replacesWords && suggestion.claim !== null && { seen: suggestion.claim }),
                }}
                submit="Decide"
                quiet
              >
                <RadioField
                  name="decision"
                  legend="Decision"
                  options={[
                    { value: "approve", text: "Approve" },
                    { value: "trust", text: "Approve and trust" },
                    { value: "decline", text: "Decline" },
                    { value: "block", text: "Decline and block" },
                  ]}
                />
                {kinds[suggestion.kind].hasSource && (
                  <SelectField
                    name="sourceKind"
                    label="What the source is"
                    options={sourceKinds.map(({ id, name }) => ({ value: id, text: name }))}
                    value="article"
                  />
                )}
                <div className="mb-2">
                  <TextField
                    name="reason"
                    label="Reason"
                    hint="Its author and everybody see it. Needed to decline."
                    optional
                  />
                </div>
              </ActionForm>
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="decided" className="mt-12">
        <h2 id="decided" className="text-3xl">
          Decided
        </h2>
        {decided.length === 0 && <p className="mt-2 text-muted">Nothing yet.</p>}
        <ul className="ledger mt-3">
          {decided.map((suggestion) => (
            <li key={suggestion.id} className="py-4">
              <SuggestionBody suggestion={suggestion} />
              {suggestion.reason && (
                <p className="mt-1 text-sm">
                  Reason: <bdi>{suggestion.reason}</bdi>
                </p>
              )}
              <div className="mt-2 flex flex-wrap items-end gap-3">
                {suggestion.status === "approved" && (
                  <ActionForm action={revertAction} fields={{ suggestion: suggestion.id }} submit="Take it back" quiet>
                    <div className="mb-2">
                      <TextField name="reason" label="Why take it back?" />
                    </div>
                  </ActionForm>
                )}
                {suggestion.author && suggestion.author.suggests !== "normal" && (
                  <ActionForm
                    action={resetSuggestsAction}
                    fields={{ person: suggestion.author.id }}
                    submit={
                      suggestion.author.suggests === "trusted" ? "Trust its author no more" : "Unblock its author"
                    }
                    quiet
                  />
                )}
              </div>
            </li>
          ))}
        </ul>
        {pages > 1 && (
          <nav aria-label="Pages" className="mt-6 flex items-center gap-6 text-sm">
            {page > 1 && (
              <a href={`${routes.moderation}?page=${page - 1}#decided`} className="button">
                ← Later
              </a>
            )}
            <span>{`Page ${page} of ${pages}`}</span>
            {page < pages && (
              <a href={`${routes.moderation}?page=${page + 1}#decided`} className="button">
                Earlier →
              </a>
            )}
          </nav>
        )}
      </section>
    </>
  );
}
