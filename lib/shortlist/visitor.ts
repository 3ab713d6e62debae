import "server-only";
import { askedCookies } from "../request/asked.ts";
import { cookieOptions } from "../session/cookies.ts";
import { readSaved, visitorCookie, writeSaved } from "./rules.ts";

/** What a visitor saved in this browser, the first saved first. */
export async function getVisitorSaved(): Promise<string[]> {
  return readSaved((await askedCookies()).get(visitorCookie)?.value);
}

/** Changes what a visitor saved in this browser. Scripts may read it: it shows on pages that are the same for everybody. */
export async function changeVisitorSaved(change: (slugs: string[]) => string[]): Promise<void> {
  const saved = writeSaved(change(await getVisitorSaved()));
  (await askedCookies()).set(visitorCookie, saved, { ...cookieOptions(90 * 86_400), httpOnly: false });
}
