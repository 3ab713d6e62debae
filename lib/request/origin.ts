import "server-only";
import { siteUrl } from "../site/identity.ts";
import { askedHeaders } from "./asked.ts";
import { safeReturn } from "./return-path.ts";

/** The network address that limits count by; lib/server sets it, whatever the sender claims. */
export async function getAddress(): Promise<string> {
  return (await askedHeaders()).get("x-framewise-address") ?? "unknown";
}

/** The page of this site that a request came from, to go back to. */
export async function getReferringPath(): Promise<string | null> {
  const referer = (await askedHeaders()).get("referer");
  if (!referer || !URL.canParse(referer)) return null;
  const url = new URL(referer);
  const own = url.origin === new URL(siteUrl()).origin || url.host === (await askedHeaders()).get("host");
  return own ? safeReturn(url.pathname + url.search) : null;
}
