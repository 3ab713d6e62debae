import { decideRingAction, takeBackRingAction } from "@/lib/community/actions";
import type { RingView } from "@/lib/community/ring-queries";
import { type MemberState, ringWords } from "@/lib/people/rings";
import { routes } from "@/lib/site/routes";
import { minuteOf } from "@/lib/text/dates";
import { ActionForm } from "../form/action-form";
import { RadioField } from "../form/radio-field";
import { TextField } from "../form/text-field";
import { RingMembers } from "./ring-members";
import { RingTargets } from "./ring-targets";
import { accounts, statesInWords } from "./rings-page";

const said: Record<MemberState, string> = {
  discounted: "What these accounts say no longer counts.",
  cleared: "What these accounts say counts, as far as it would without the rule.",
  held: "The decision is taken back: these accounts are held back again.",
};

const acts: Record<string, string> = {
  "ring-discount": "discounted",
  "ring-clear": "cleared",
  "ring-reopen": "held back again",
};

/** Why accounts were taken for one hand, who they are, what they said, and what is decided on all of them at once. */
export function RingPage({ ring, decided }: { ring: RingView; decided: MemberState | null }) {
  const { name, sentence } = ringWords[ring.rule];
  return (
    <div className="max-w-4xl py-10 sm:py-14">
      <p className="eyebrow">
        <a href={routes.rings} className="link">
          Rings
        </a>
      </p>
      <h1 className="mt-1 text-5xl">{name}</h1>
      {decided && (
        <p role="status" className="notice my-4">
          {said[decided]}
        </p>
      )}
      <p className="mt-3 max-w-prose">{sentence}</p>
      <p className="mt-2 text-muted">{`${statesInWords(ring)} · found ${minuteOf(ring.createdAt)}`}</p>
      {ring.about.length > 0 && (
        <>
          <h2 className="mt-8 text-2xl">What they have in common</h2>
          <ol className="mt-2 list-decimal pl-5">
            {ring.about.map((line) => (
              <li key={line}>
                <bdi>{line}</bdi>
              </li>
            ))}
          </ol>
        </>
      )}
      <RingTargets targets={ring.targets} />
      <RingMembers members={ring.members} />
      <section aria-labelledby="decide" className="mt-12 max-w-3xl">
        <h2 id="decide" className="text-3xl">
          Decide
        </h2>
        {ring.held === 0 ? (
          <p className="mt-2 text-muted">Nobody in this ring is held back.</p>
        ) : (
          <ActionForm action={decideRingAction} fields={{ ring: ring.id }} submit={`Decide on ${accounts(ring.held)}`}>
            <RadioField
              name="decision"
              legend="What becomes of those that are held back"
              options={[
                { value: "discounted", text: "Discount: what they say no longer counts" },
                { value: "cleared", text: "Clear: it counts as anybody’s" },
              ]}
            />
            <TextField name="reason" label="Reason" hint="Public, with the number of accounts. Name nobody." />
          </ActionForm>
        )}
        {ring.decisions.length > 0 && <h3 className="mt-8 text-2xl">Decisions</h3>}
        <ul className="ledger mt-3">
          {ring.decisions.map(({ id, at, action, reason, accounts: count, undoable }) => (
            <li key={id} className="py-3">
              <p>
                <span className="font-mono text-xs text-muted">{minuteOf(at)}</span>{" "}
                <span>{`${accounts(count)} ${acts[action] ?? action}: `}</span>
                <bdi>{reason}</bdi>
              </p>
              {undoable && (
                <ActionForm
                  action={takeBackRingAction}
                  fields={{ ring: ring.id, decision: id }}
                  submit="Take it back"
                  label={`Take back the decision of ${minuteOf(at)}`}
                  quiet
                >
                  <div className="mb-2">
                    <TextField name="reason" label={`Reason to take back the decision of ${minuteOf(at)}`} />
                  </div>
                </ActionForm>
              )}
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
