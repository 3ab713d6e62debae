import { decideAction } from "@/lib/moderation/actions";
import { type Effect, sourceName } from "@/lib/moderation/effect";
import { kinds } from "@/lib/moderation/kinds";
import type { SuggestionView } from "@/lib/moderation/queries";
import { sourceKinds } from "@/lib/sources/kinds";
import { minuteOf } from "@/lib/text/dates";
import { ActionForm } from "../form/action-form";
import { RadioField } from "../form/radio-field";
import { SelectField } from "../form/select-field";
import { TextField } from "../form/text-field";
import { bulkForm } from "./decide-all";
import { SuggestionBody } from "./suggestion-body";

/** One suggestion that waits: what it says, what it would do, and the form that decides on it. */
export function Waiting({ suggestion, effects }: { suggestion: SuggestionView; effects: Effect[] | undefined }) {
  const { id, kind, claim, author, createdAt } = suggestion;
  const seen = kinds[kind].replacesWords ? claim : null;
  return (
    <li className="py-4">
      <label className="no-print mb-1 flex min-h-8 w-fit items-center gap-2 text-sm text-muted">
        <input
          type="checkbox"
          form={bulkForm}
          name={`pick-${id}`}
          value="yes"
          className="size-4 accent-[var(--accent)]"
        />
        Decide on it with others
      </label>
      {seen !== null && <input type="hidden" form={bulkForm} name={`seen-${id}`} value={seen} />}
      <SuggestionBody suggestion={suggestion} />
      {effects && <Effects effects={effects} />}
      <p className="mt-2 text-sm text-muted">
        <span>{"from "}</span>
        <bdi>{author?.name ?? "somebody who left"}</bdi>
        <span>{`, ${minuteOf(createdAt)}`}</span>
      </p>
      <ActionForm
        action={decideAction}
        fields={{ suggestion: id, ...(seen !== null && { seen }) }}
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
        {kinds[kind].hasSource && (
          <SelectField
            name="sourceKind"
            label="What the source is"
            options={sourceKinds.map((one) => ({ value: one.id, text: one.name }))}
            value="article"
          />
        )}
        <div className="mb-2">
          <TextField name="reason" label="Reason" hint="Its author and everybody see it. Needed to decline." optional />
        </div>
      </ActionForm>
    </li>
  );
}

/** What approving it would change, by the rules themselves. */
function Effects({ effects }: { effects: Effect[] }) {
  return (
    <div className="mt-2 text-sm">
      {effects.map(({ as, lines }) => (
        <p key={as}>
          <span className="text-muted">{`If approved${as ? `, its source taken for: ${sourceName(as)}` : ""}: `}</span>
          <span>{lines.length === 0 ? "no verdict and no score changes" : lines.join(" · ")}</span>
        </p>
      ))}
    </div>
  );
}
