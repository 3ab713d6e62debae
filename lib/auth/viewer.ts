import "server-only";
import Bowser from "bowser";
import { cookies, headers } from "next/headers";
import { cache } from "react";
import { db } from "../db/index.ts";
import { saveFrameworks } from "../shortlist/mutations.ts";
import { readSaved, visitorCookie, writeSaved } from "../shortlist/rules.ts";
import { siteUrl } from "../site/identity.ts";
import type { Browser, SignedIn } from "./mutations.ts";
import { sessionLife } from "./rules.ts";
import { endSession, findSession, type Viewer } from "./sessions.ts";

const secure = () => siteUrl().startsWith("https:");

/** Over https the name binds the cookie to this very host and path, so that no neighbour can set it. */
export const sessionCookieName = () => (secure() ? "__Host-framewise-session" : "framewise-session");

/** Says to scripts, and to nobody else, that asking who is signed in is worth a request. It opens nothing. */
const hintCookie = "framewise-member";
export const nextCookie = "framewise-next";
export const connectCookie = "framewise-connect";

/** Attributes of a cookie that scripts can't read. @param maxAge seconds */
export const cookieOptions = (maxAge: number) =>
  ({ httpOnly: true, sameSite: "lax", secure: secure(), path: "/", maxAge }) as const;

/** Who is signed in, or null. Asked once per request, however many parts of a page want to know. */
export const getViewer = cache(
  async (): Promise<Viewer | null> => findSession((await cookies()).get(sessionCookieName())?.value),
);

/** The browser of this request: its name for the account page, and the session that a new one replaces. */
export async function getBrowser(): Promise<Browser> {
  return {
    device: deviceName((await headers()).get("user-agent")),
    replaces: (await cookies()).get(sessionCookieName())?.value ?? null,
  };
}

/** "Firefox on Windows"; what can't be told is left out. */
export function deviceName(userAgent: string | null): string {
  if (!userAgent || userAgent.length > 1_000) return "Unknown browser";
  const { browser, os } = Bowser.parse(userAgent);
  return [browser.name ?? "Unknown browser", os.name].filter(Boolean).join(" on ");
}

/** What a visitor saved in this browser, the first saved first. */
export async function getVisitorSaved(): Promise<string[]> {
  return readSaved((await cookies()).get(visitorCookie)?.value);
}

/** Changes what a visitor saved in this browser. Scripts may read it: it shows on pages that are the same for everybody. */
export async function changeVisitorSaved(change: (slugs: string[]) => string[]): Promise<void> {
  const saved = writeSaved(change(await getVisitorSaved()));
  (await cookies()).set(visitorCookie, saved, { ...cookieOptions(90 * 86_400), httpOnly: false });
}

/** Gives this browser its new session, does what was waiting for it, and says where to go on. */
export async function welcome(signedIn: SignedIn, next: string | null): Promise<string> {
  const store = await cookies();
  store.set(sessionCookieName(), signedIn.token, cookieOptions(sessionLife.absolute / 1_000));
  return finishSignIn(signedIn, signedIn.next ?? next);
}

/** The part of `welcome` for a session whose cookie is set already. */
export async function finishSignIn(
  { personId, save }: { personId: string; save: string | null },
  next: string | null,
): Promise<string> {
  const store = await cookies();
  store.set(hintCookie, "1", { ...cookieOptions(sessionLife.absolute / 1_000), httpOnly: false });
  // What was saved before signing in, here and where a mailed link was asked for, comes along.
  await saveFrameworks(personId, [...new Set([...readSaved(save), ...(await getVisitorSaved())])]);
  for (const name of [visitorCookie, nextCookie, connectCookie]) if (store.has(name)) store.delete(name);
  return next ?? "/account";
}

/** Ends this browser's session and takes its cookies. */
export async function farewell(): Promise<void> {
  const store = await cookies();
  const token = store.get(sessionCookieName())?.value;
  if (token) await endSession(db(), token);
  store.delete({ name: sessionCookieName(), path: "/", secure: secure() });
  store.delete(hintCookie);
}
