"use client";

import { startTransition, useOptimistic, useRef, useState } from "react";
import { voteAction } from "@/lib/claims/actions";
import type { FormState } from "@/lib/request/form-state";
import { useAction } from "../form/use-action";
import { Way } from "../form/way";
import { toast, undoWith } from "../site/toast-store";
import { noteVote, useViewer } from "../site/viewer-store";
import { ReplyLink } from "./reply-link";
import { VoteButtons } from "./vote-buttons";

type Value = -1 | 0 | 1;

let lastSequence = 0;
/** Microseconds since 1970 of this click, later than any before in this browser. */
function nextSequence(): string {
  lastSequence = Math.max(lastSequence + 1, Date.now() * 1_000);
  return String(lastSequence);
}

/**
 * "Still true today?" on a claim: yes, no, and the same button again to take it back. It shows the click at once, then
 * the numbers after it.
 */
export function VoteControl({ claim, yes, no }: { claim: number; yes: number; no: number }) {
  const viewer = useViewer();
  const [committed, setCommitted] = useState<{ value: Value; yes: number; no: number; counted: boolean } | null>(null);
  function take({ data }: FormState): void {
    if (!data) return;
    const { value, yes: up, no: down, counted } = data;
    setCommitted({ value: Number(value) as Value, yes: Number(up), no: Number(down), counted: counted === true });
    noteVote(claim, Number(value));
  }
  /** What the vote was before the last click, for taking that back. */
  const before = useRef<Value>(0);
  function done(answer: FormState | null): void {
    const was = before.current;
    const fields = () => ({ claim: String(claim), value: String(was), sequence: nextSequence() });
    if (!answer) return;
    take(answer);
    toast({
      text: answer.message ?? "",
      ways: [{ href: `#vote-${claim}`, text: "View" }],
      undo: undoWith(voteAction, {
        write: "vote",
        fields,
        label: `Undo the vote on “${document.getElementById(`said-${claim}`)?.textContent ?? "this claim"}”`,
        done: take,
      }),
    });
  }
  const [state, send, pending] = useAction(voteAction, done, "vote");
  const known = committed?.value ?? ((viewer?.votes[claim] ?? 0) as Value);
  const [own, setOwn] = useOptimistic(known);
  const count = { 1: committed?.yes ?? yes, [-1]: committed?.no ?? no } as Record<1 | -1, number>;
  const press = (value: 1 | -1) => {
    const wanted: Value = own === value ? 0 : value;
    before.current = own;
    const data = new FormData();
    data.set("claim", String(claim));
    data.set("value", String(wanted));
    data.set("sequence", nextSequence());
    startTransition(() => {
      setOwn(wanted);
      send(data);
    });
  };
  const refused = state.message !== null && state.status !== "done" && !pending;
  return (
    <>
      <VoteButtons claim={claim} own={own} yes={count[1]} no={count[-1]} press={press} />
      <span role="status" className={refused ? "text-refused" : undefined}>
        {refused && <span>{state.message}</span>}
        {!refused && committed && committed.value !== 0 && !committed.counted && (
          <a href="/integrity" className="link">
            kept, not counted yet
          </a>
        )}
        {refused && (
          <span>
            {" "}
            <Way state={state} />
          </span>
        )}
      </span>
      <ReplyLink claim={claim} />
    </>
  );
}
