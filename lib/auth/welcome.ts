import "server-only";
import { cookies } from "next/headers";
import { db } from "../db/index.ts";
import { noteNetwork } from "../people/networks.ts";
import { getAddress } from "../request/origin.ts";
import { connectCookie, cookieOptions, hintCookie, nextCookie, secure, sessionCookieName } from "../session/cookies.ts";
import { secondStepPath, sessionLife } from "../session/rules.ts";
import { endSession } from "../session/sessions.ts";
import { rememberBrowser } from "../session/viewer.ts";
import { saveFrameworks } from "../shortlist/mutations.ts";
import { readSaved, visitorCookie } from "../shortlist/rules.ts";
import { getVisitorSaved } from "../shortlist/visitor.ts";
import type { SignedIn } from "./mutations.ts";

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
  const person = await db().person.findUnique({ where: { id: personId }, select: { email: true } });
  if (person) await rememberBrowser(person.email);
  await noteNetwork(personId, await getAddress());
  // What was saved before signing in, here and where a mailed link was asked for, comes along.
  await saveFrameworks(personId, [...new Set([...readSaved(save), ...(await getVisitorSaved())])]);
  for (const name of [visitorCookie, nextCookie, connectCookie]) if (store.has(name)) store.delete(name);
  const to = next ?? "/account";
  return (await db().secondStep.count({ where: { personId } })) > 0 ? secondStepPath(to) : to;
}

/** Ends this browser's session and takes its cookies. */
export async function farewell(): Promise<void> {
  const store = await cookies();
  const token = store.get(sessionCookieName())?.value;
  if (token) await endSession(db(), token);
  store.delete({ name: sessionCookieName(), path: "/", secure: secure() });
  store.delete(hintCookie);
}
