"use client";

import { useEffect } from "react";
import { goOn, isNowhere } from "./go-on";

/** Where what has the focus goes away, browsers let it fall to the page's beginning: here it goes on from where it was. */
export function FocusKeeper() {
  useEffect(() => {
    let held: HTMLElement | null = null;
    // By a pointer: whoever scrolled on since stays there.
    let scrolls = false;
    let path = "";
    const gained = ({ target }: FocusEvent) => {
      held = target instanceof HTMLElement ? target : null;
      scrolls = held?.matches(":focus-visible") === true;
      path = window.location.pathname;
    };
    const lost = ({ target }: FocusEvent) =>
      setTimeout(() => {
        // It wasn't taken away, but let go.
        if (held === target && isNowhere()) held = null;
      });
    const observer = new MutationObserver((changes) => {
      if (held && isNowhere()) goOn(held, changes, { scrolls, stays: path === window.location.pathname });
    });
    observer.observe(document.body, { childList: true, subtree: true });
    document.addEventListener("focusin", gained);
    document.addEventListener("focusout", lost);
    return () => {
      observer.disconnect();
      document.removeEventListener("focusin", gained);
      document.removeEventListener("focusout", lost);
    };
  }, []);
  return null;
}
