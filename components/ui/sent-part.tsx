"use client";

import { use } from "react";
import { heldOf, type PartOf } from "./parts";

/** A part that came as HTML: on the server what it shows, in the browser what stands there already. */
export function SentPart({ className, ...part }: PartOf & { className?: string }) {
  const frame = { "data-part": `${part.name} ${part.stamp}`, ...(className ? { className } : {}) };
  if (typeof window === "undefined") return <div {...frame}>{heldOf(part)}</div>;
  const html = htmlOf(part);
  return (
    // React never looks into it: the browser may have opened or translated something of it.
    <div
      {...frame}
      dangerouslySetInnerHTML={{ __html: typeof html === "string" ? html : use(html) }}
      suppressHydrationWarning
    />
  );
}

const known = new Map<string, string | Promise<string>>();

/** As it came with the page. An action that leads to another page brings its data only: then its HTML is fetched. */
function htmlOf(part: PartOf): string | Promise<string> {
  const key = `${part.page} ${part.name} ${part.stamp}`;
  const html =
    known.get(key) ??
    document.querySelector(`[data-part="${part.name} ${part.stamp}"]`)?.innerHTML ??
    fetched(part.page, part.stamp).then((page) => page?.querySelector(`[data-part^="${part.name} "]`)?.innerHTML ?? "");
  known.set(key, html);
  return html;
}

const pages = new Map<string, Promise<Document | null>>();

function fetched(page: string, stamp: string): Promise<Document | null> {
  const key = `${page} ${stamp}`;
  const asked = pages.get(key) ?? ask(page);
  pages.set(key, asked);
  return asked;
}

async function ask(page: string): Promise<Document | null> {
  // Whoever goes elsewhere meanwhile ends the request by that, and is not to be brought back.
  let leaving = false;
  const leave = () => {
    leaving = true;
  };
  window.addEventListener("beforeunload", leave);
  try {
    const response = await fetch(page);
    if (!response.ok) throw new Error(`${page}: ${response.status}`);
    return new DOMParser().parseFromString(await response.text(), "text/html");
  } catch {
    // The browser shows the page, or says itself why it can't.
    if (!leaving) window.location.assign(page);
    return null;
  } finally {
    window.removeEventListener("beforeunload", leave);
  }
}
