import { reopenAction, resetSuggestsAction, revertAction } from "@/lib/moderation/actions";
import type { Queue as QueueView } from "@/lib/moderation/queries";
import { routes } from "@/lib/site/routes";
import { ActionForm } from "../form/action-form";
import { TextField } from "../form/text-field";
import { DecideAll } from "./decide-all";
import { QueueFilterForm } from "./queue-filter";
import { SuggestionBody } from "./suggestion-body";
import { Waiting } from "./waiting";

/** What waits for a decision, and what was decided, with the way back. */
export function Queue({ open, decided, page, pages, effects, filter, frameworks, waiting }: QueueView) {
  return (
    <>
      <section aria-labelledby="queue" className="mt-8">
        <h2 id="queue" className="text-3xl">
          Waiting <span className="count">{waiting}</span>
        </h2>
        <QueueFilterForm filter={filter} frameworks={frameworks} shown={open.length} waiting={waiting} />
        {open.length === 0 && (
          <p className="mt-2 text-muted">{waiting > 0 ? "Nothing waits with this filter." : "Nothing waits."}</p>
        )}
        {open.length > 1 && <DecideAll />}
        <ul className="ledger mt-3">
          {open.map((suggestion) => (
            <Waiting key={suggestion.id} suggestion={suggestion} effects={effects.get(suggestion.id)} />
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
                {suggestion.status === "declined" && (
                  <ActionForm
                    action={reopenAction}
                    fields={{ suggestions: suggestion.id }}
                    submit="Open it again"
                    quiet
                  />
                )}
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
