import "server-only";
import type { NextRequest } from "next/server";
import { configuredProviders } from "../../providers/providers.mjs";
import { safeReturn } from "../../request/return-path.ts";
import { isToken } from "../../secrets/tokens.ts";
import { connectCookie, sessionCookieName } from "../../session/cookies.ts";
import { getBrowser, getViewer } from "../../session/viewer.ts";
import { siteUrl } from "../../site/identity.ts";
import type { Question } from "./question.ts";

/** What next-auth answers below /api/auth. Everything else there is no page. */
const known: Record<string, { methods: string[]; provider: boolean }> = {
  session: { methods: ["GET"], provider: false },
  csrf: { methods: ["GET"], provider: false },
  providers: { methods: ["GET"], provider: false },
  signin: { methods: ["GET", "POST"], provider: true },
  signout: { methods: ["GET", "POST"], provider: false },
  callback: { methods: ["GET"], provider: true },
  error: { methods: ["GET"], provider: false },
};

interface Wrong {
  status: number;
  title: string;
}

/**
 * Reads a request to next-auth and refuses what it would answer with a 500: malformed bodies, return addresses that are
 * none, poisoned cookies. The session cookie is passed on only where it is meant to be read: next-auth would link a
 * provider to whoever happens to be signed in.
 */
export async function readQuestion(request: NextRequest, path: string[]): Promise<Question | Wrong> {
  const [action = "", provider, ...rest] = path;
  const rule = Object.hasOwn(known, action) ? known[action] : undefined;
  if (!rule || rest.length > 0) return { status: 404, title: "There is no such page." };
  if (!rule.methods.includes(request.method)) return { status: 405, title: "This can't be done here." };
  if (provider !== undefined && !(rule.provider && configuredProviders().some(({ id }) => id === provider)))
    return { status: 404, title: "There is no such provider." };
  if (action === "callback" && provider === undefined) return { status: 404, title: "There is no such page." };

  const query = Object.fromEntries(request.nextUrl.searchParams);
  const body = request.method === "POST" ? await readBody(request) : {};
  if (!body) return { status: 400, title: "The body can't be read." };
  for (const wanted of [query.callbackUrl, body.callbackUrl]) {
    if (wanted !== undefined && !isOwnAddress(wanted))
      return { status: 400, title: "The return address is not one of this site." };
  }
  if ([...Object.values(query), ...Object.values(body)].some((value) => value.length > 8_000))
    return { status: 400, title: "A value is too long." };

  const cookies: Record<string, string> = {};
  for (const { name, value } of request.cookies.getAll()) {
    // The return address that next-auth would keep is not used, and breaks it when it is no address.
    if (/next-auth\.(csrf-token|state|pkce\.code_verifier|nonce)$/.test(name)) cookies[name] = value;
    if (name === sessionCookieName() && (action === "session" || action === "signout")) cookies[name] = value;
  }
  const intent = action === "callback" ? request.cookies.get(connectCookie)?.value : undefined;
  const viewer = intent && isToken(intent) ? await getViewer() : null;
  const browser = await getBrowser();
  return {
    path,
    method: request.method as "GET" | "POST",
    // What stands in the query of a sign-in would be sent on to the provider.
    query: action === "signin" ? {} : without(query),
    body: without(body),
    cookies,
    browser,
    // Who has been signed out meanwhile connects nothing, and isn't signed in instead either.
    connect: intent ? { intent, personId: viewer?.personId ?? "" } : null,
  };
}

function without(fields: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => name !== "callbackUrl"));
}

function isOwnAddress(wanted: string): boolean {
  if (wanted.startsWith("/")) return wanted === "/" || safeReturn(wanted) !== null || wanted.startsWith("/sign-in");
  return URL.canParse(wanted) && new URL(wanted).origin === new URL(siteUrl()).origin;
}

/** A form or a flat JSON object, as texts; null for anything else. */
async function readBody(request: NextRequest): Promise<Record<string, string> | null> {
  const type = request.headers.get("content-type") ?? "";
  try {
    if (type.startsWith("application/json")) {
      const json: unknown = await request.json();
      if (typeof json !== "object" || json === null || Array.isArray(json)) return null;
      if (!Object.values(json).every((value) => typeof value === "string")) return null;
      return { ...json };
    }
    const data = await request.formData();
    const fields: Record<string, string> = {};
    for (const [name, value] of data) if (typeof value === "string") fields[name] = value;
    return fields;
  } catch {
    return null;
  }
}
