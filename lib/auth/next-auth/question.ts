import type { Browser } from "../../session/viewer.ts";

/** A request to next-auth, with nothing in it that we haven't looked at. */
export interface Question {
  path: string[];
  method: "GET" | "POST";
  query: Record<string, string>;
  body: Record<string, string>;
  cookies: Record<string, string>;
  browser: Browser;
  /** Set while a person connects a provider to their account. */
  connect: { intent: string; personId: string } | null;
}
