import "server-only";
import crypto from "node:crypto";
import { cookies } from "next/headers";
import { configuredProviders, type ProviderId } from "../../providers/providers.mjs";
import { Refusal } from "../../request/refusal.ts";
import { cookieOptions, nextCookie } from "../../session/cookies.ts";
import { getBrowser } from "../../session/viewer.ts";
import { siteUrl } from "../../site/identity.ts";
import { askNextAuth } from "./ask.ts";

/** Begins signing in at a provider and returns its address. Throws a `Refusal` when the provider isn't there. */
export async function startProvider(provider: ProviderId, next: string | null): Promise<string> {
  if (!configuredProviders().some(({ id }) => id === provider))
    throw new Refusal("This way to sign in is not set up here.", { status: 404 });
  // next-auth wants its anti-forgery token back from a form of its own. An action's origin is checked already, so a pair
  // of token and cookie that fits is made here, in its format, and goes nowhere else.
  const csrfToken = crypto.randomBytes(32).toString("hex");
  const csrfHash = crypto.createHash("sha256").update(`${csrfToken}${process.env.NEXTAUTH_SECRET}`).digest("hex");
  const csrfCookie = `${siteUrl().startsWith("https:") ? "__Host-" : ""}next-auth.csrf-token`;
  const reply = await askNextAuth({
    path: ["signin", provider],
    method: "POST",
    query: {},
    body: { csrfToken },
    cookies: { [csrfCookie]: `${csrfToken}|${csrfHash}` },
    browser: await getBrowser(),
    connect: null,
  });
  if (!reply.location || new URL(reply.location, siteUrl()).origin === new URL(siteUrl()).origin)
    throw new Refusal("The provider doesn't answer right now. Try again in a minute, or sign in another way.", {
      status: 503,
      retryAfter: 60,
    });
  const store = await cookies();
  for (const line of reply.cookies) copyCookie(store, line);
  if (next) store.set(nextCookie, next, cookieOptions(3_600));
  else store.delete(nextCookie);
  return reply.location;
}

/** Sets a cookie that next-auth serialized. Its state, PKCE and nonce are needed when the person comes back. */
function copyCookie(store: Awaited<ReturnType<typeof cookies>>, line: string): void {
  const [pair = ""] = line.split(";", 1);
  const at = pair.indexOf("=");
  const name = pair.slice(0, at);
  if (!/\.(state|pkce\.code_verifier|nonce)$/.test(name)) return;
  store.set(name, decodeURIComponent(pair.slice(at + 1)), cookieOptions(900));
}
