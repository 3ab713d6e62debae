import { withdrawSuggestionAction } from "@/lib/moderation/actions";
import type { SuggestionView } from "@/lib/moderation/queries";
import { grantedBy } from "@/lib/moderation/said";
import { routes } from "@/lib/site/routes";
import { minuteOf } from "@/lib/text/dates";
import { ActionForm } from "../form/action-form";
import { Notice } from "../ui/notice";
import { SuggestionBody } from "./suggestion-body";

export function OwnSuggestionsPage({ suggestions, sent }: { suggestions: SuggestionView[]; sent: string | null }) {
  return (
    <div className="max-w-3xl py-10 sm:py-14">
      <h1 className="text-5xl">Your suggestions</h1>
      {sent === "open" && (
        <Notice kind="done">Thank you. A moderator will look at it; what becomes of it is shown here.</Notice>
      )}
      {sent === "approved" && <Notice kind="done">Thank you. It is entered at once, because you are trusted.</Notice>}
      {suggestions.length === 0 && (
        <p className="mt-4 text-lg">
          None yet. Every framework’s page has “Suggest a change”: a claim, a source, a correction.{" "}
          <a href={routes.frameworks} className="link">
            Browse frameworks
          </a>
        </p>
      )}
      <ul className="ledger mt-6">
        {suggestions.map((suggestion) => (
          <li key={suggestion.id} className="py-4">
            <SuggestionBody suggestion={suggestion} />
            <Granted suggestion={suggestion} />
            <p className="mt-2 text-sm text-muted">
              <span>{`sent ${minuteOf(suggestion.createdAt)}`}</span>
              {suggestion.decidedAt && <span>{` · decided ${minuteOf(suggestion.decidedAt)}`}</span>}
            </p>
            {suggestion.reason && (
              <p className="mt-1">
                Reason: <bdi>{suggestion.reason}</bdi>
              </p>
            )}
            {suggestion.status === "open" && (
              <div className="mt-2">
                <ActionForm
                  action={withdrawSuggestionAction}
                  fields={{ suggestion: suggestion.id }}
                  submit="Withdraw"
                  label="Withdraw this suggestion"
                  quiet
                />
              </div>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Where one may go on now that it is approved. */
function Granted({ suggestion }: { suggestion: SuggestionView }) {
  const granted = grantedBy(suggestion);
  return (
    granted && (
      <p className="mt-2">
        <span>{`${granted.said}. `}</span>
        <a href={granted.path} className="link">
          {granted.way}
        </a>
      </p>
    )
  );
}
