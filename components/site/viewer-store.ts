"use client";

import { useSyncExternalStore } from "react";
import { readSaved, visitorCookie } from "@/lib/shortlist/rules";

/** What a public page shows of who is signed in. It comes after the page, in one private request. */
export interface ShownViewer {
  name: string;
  role: string;
  /** Notices that they haven't seen. */
  unseen: number;
  /** Suggestions that wait for a moderator; null for who isn't one. */
  waiting: number | null;
  saved: string[];
  rated: string[];
  /** Frameworks that they are told of. */
  watched: string[];
  /** Own votes by the claim's id. */
  votes: Record<number, number>;
  /** What they are confirmed as a maintainer of. */
  maintains: { slug: string; name: string }[];
  /** Claims that they may reply to as a maintainer, with the slug of their framework. */
  repliable: Record<number, string>;
}

let viewer: ShownViewer | null = null;
/** What a visitor saved in this browser. */
let visitorSaved: readonly string[] = [];
let asked = false;
/** Requests so far, and the latest of them whose answer is shown. */
let requests = 0;
let shown = 0;
interface Change {
  /** The request that was the latest when it was done. */
  after: number;
  make: (known: ShownViewer) => ShownViewer;
}
const changes: Change[] = [];
const listeners = new Set<() => void>();

/** Whether this browser may be signed in: then asking is worth a request. Visitors make none. */
const hinted = () => /(?:^|; )framewise-member=1/.test(document.cookie);

const inCookie = () => readSaved(new RegExp(`(?:^|; )${visitorCookie}=([^;]*)`).exec(document.cookie)?.[1]);

/** Whether what was saved is kept: with the account, or in this browser, which may take no cookies. */
export const keeps = (slug: string) => viewer !== null || inCookie().includes(slug);

/** Asks who is signed in, and tells every part of the page that shows it. */
export async function refreshViewer(): Promise<void> {
  asked = true;
  requests += 1;
  const request = requests;
  visitorSaved = inCookie();
  let found: ShownViewer | null = null;
  if (hinted()) {
    try {
      const response = await fetch("/api/me", { cache: "no-store" });
      // Who is there is known from a good answer only.
      if (!response.ok) return;
      found = ((await response.json()) as { viewer: ShownViewer | null }).viewer;
      // An answer that took longer than a later one knows less.
      if (request < shown) return;
      // The session ended elsewhere: the hint is out of date.
      if (!found) document.cookie = "framewise-member=; path=/; max-age=0";
    } catch {
      // Without an answer the page stays as it came: all of it can be read.
      return;
    }
  }
  shown = request;
  // What was done since this was asked, it may not know of.
  for (const { after, make } of changes) if (found && after >= request) found = make(found);
  viewer = found;
  if (viewer) document.documentElement.dataset.member = "";
  else delete document.documentElement.dataset.member;
  tell();
}

function tell(): void {
  for (const listener of listeners) listener();
}

/** Takes in what an action has done, as its answer says: nothing has to be asked for again. */
function change(make: Change["make"]): void {
  changes.push({ after: requests, make });
  if (!viewer) return;
  viewer = make(viewer);
  tell();
}

export function noteVote(claim: number, value: number): void {
  change((known) => ({ ...known, votes: { ...known.votes, [claim]: value } }));
}

export function noteWatched(slug: string, watched: boolean): void {
  change((known) => {
    const others = known.watched.filter((one) => one !== slug);
    return { ...known, watched: watched ? [...others, slug] : others };
  });
}

/** A visitor's saved frameworks are in a cookie: reading that anew is enough. */
export function noteSaved(slug: string, saved: boolean): void {
  if (!viewer) return void refreshViewer();
  change((known) => {
    const others = known.saved.filter((one) => one !== slug);
    return { ...known, saved: saved ? [...others, slug] : others };
  });
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  if (!asked) void refreshViewer();
  return () => listeners.delete(listener);
}

const none: readonly string[] = [];

/** What is saved: by who is signed in, or by a visitor in this browser. */
export function useSaved(): readonly string[] {
  return useSyncExternalStore(
    subscribe,
    () => viewer?.saved ?? visitorSaved,
    () => none,
  );
}

/** Who is signed in; null for visitors, and until the answer is there. */
export function useViewer(): ShownViewer | null {
  return useSyncExternalStore(
    subscribe,
    () => viewer,
    () => null,
  );
}
