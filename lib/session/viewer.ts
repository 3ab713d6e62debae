import "server-only";
import Bowser from "bowser";
import { cookies, headers } from "next/headers";
import { cache } from "react";
import { askedCookies } from "../request/asked.ts";
import { Refusal } from "../request/refusal.ts";
import { browserCookie, cookieOptions, sessionCookieName } from "./cookies.ts";
import { knownBrowser, withAccount } from "./known-browsers.ts";
import { findHalfSession, findSession, type HalfViewer, type Viewer } from "./sessions.ts";

/** Who is signed in, or null. Asked once per request, however many parts of a page want to know. */
export const getViewer = cache(async (): Promise<Viewer | null> => findSession(await getSessionToken()));

/** What the request's session cookie says, if it has one. */
export const getSessionToken = async (): Promise<unknown> => (await askedCookies()).get(sessionCookieName())?.value;

/** Who has signed in here but for the second step, or null. */
export const getHalfViewer = async (): Promise<HalfViewer | null> =>
  findHalfSession((await cookies()).get(sessionCookieName())?.value);

/** The browser that asks: what it is called on the account page, and the session that it has so far. */
export interface Browser {
  device: string;
  replaces: string | null;
}

/** The browser of this request: its name for the account page, and the session that a new one replaces. */
export async function getBrowser(): Promise<Browser> {
  return {
    device: deviceName((await headers()).get("user-agent")),
    replaces: (await cookies()).get(sessionCookieName())?.value ?? null,
  };
}

/**
 * Refuses (400) a browser that keeps no cookies, before it signs in: it would be asked to sign in again at once, without a
 * word. Who loaded the page has at least one (lib/server/cookie-proof.mjs).
 */
export async function requireCookies(): Promise<void> {
  if ((await cookies()).getAll().length === 0)
    throw new Refusal(
      "This browser keeps no cookies of this site, so it can't stay signed in. Allow them for this site, load this page again, then send it again.",
      { status: 400 },
    );
}

/** The id of this browser, if it signed in to the account with this address before. */
export async function getKnownBrowser(email: string): Promise<string | null> {
  return knownBrowser((await cookies()).get(browserCookie)?.value, email);
}

/** Lets this browser be known to the account with this address, for a year. In actions and route handlers only. */
export async function rememberBrowser(email: string): Promise<void> {
  const store = await cookies();
  store.set(browserCookie, withAccount(store.get(browserCookie)?.value, email), cookieOptions(365 * 24 * 3_600));
}

/** "Firefox on Windows"; what can't be told is left out. */
export function deviceName(userAgent: string | null): string {
  if (!userAgent || userAgent.length > 1_000) return "Unknown browser";
  const { browser, os } = Bowser.parse(userAgent);
  return [browser.name ?? "Unknown browser", os.name].filter(Boolean).join(" on ");
}
