"use client";

import { useEffect, useLayoutEffect, useState } from "react";
import { createPortal } from "react-dom";
import { voteAction } from "@/lib/claims/actions";
import { useAction } from "../form/use-action";
import { Way } from "../form/way";
import { voteForm } from "./vote-buttons";
import { VoteControl } from "./vote-control";

/**
 * The one form of all votes on a page: where scripts don't run, the buttons send it, and it says what came of that.
 * Where they do, it brings the votes of every claim that is opened to life.
 */
export function VoteForm() {
  const [state, send] = useAction(voteAction);
  const opened = useOpened();
  return (
    <>
      <form id={voteForm} action={send} className="no-print">
        <input type="hidden" name="of" value="claims" />
        {state.message && (
          <p role="status" className="notice mt-6 max-w-3xl">
            <span>{state.message}</span> <Way state={state} />
          </p>
        )}
      </form>
      {opened.map((place) => (
        <Votes key={place.id} place={place} />
      ))}
    </>
  );
}

/** Where the votes of claims stand that were opened, by whatever. */
function useOpened(): readonly HTMLElement[] {
  const [opened, setOpened] = useState<readonly HTMLElement[]>([]);
  useEffect(() => {
    const look = (claim: Element) => {
      const place = claim.querySelector<HTMLElement>(".votes");
      if (place) setOpened((known) => (known.includes(place) ? known : [...known, place]));
    };
    const toggled = ({ target }: Event) => {
      if (target instanceof Element && target.matches(".claim > [open]")) look(target);
    };
    document.addEventListener("toggle", toggled, true);
    for (const claim of document.querySelectorAll(".claim > [open]")) look(claim);
    return () => document.removeEventListener("toggle", toggled, true);
  }, []);
  return opened;
}

/** In place of what came with the page, which looks the same. */
function Votes({ place }: { place: HTMLElement }) {
  const [came] = useState(() => [...place.childNodes]);
  useLayoutEffect(() => {
    for (const node of came) node.remove();
  }, [came]);
  const [yes = 0, no = 0] = place.dataset.votes?.split(" ").map(Number) ?? [];
  return createPortal(<VoteControl claim={Number(place.id.replace("vote-", ""))} yes={yes} no={no} />, place);
}
