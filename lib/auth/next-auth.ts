import "server-only";
import type { NextApiRequest, NextApiResponse } from "next";
import NextAuth, { type AuthOptions } from "next-auth";
import type { Adapter } from "next-auth/adapters";
import type { OAuthConfig } from "next-auth/providers/oauth";
import { db } from "../db/index.ts";
import { cookieOptions, sessionCookieName } from "../session/cookies.ts";
import { sessionLife } from "../session/rules.ts";
import { createSession, endSession, findSession } from "../session/sessions.ts";
import type { Browser } from "../session/viewer.ts";
import { siteUrl } from "../site/identity.ts";
import { connectIdentity, type Profile, resolveIdentity } from "./identities.ts";
import { configuredProviders, type ProviderId, type ProviderSettings } from "./providers.ts";

// next-auth does the part of it that is dangerous to write oneself: the OAuth and OpenID Connect exchange with its
// state, PKCE and nonce, and the routes below /api/auth. Whose account it is, and its session, are ours.

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

export interface Reply {
  status: number;
  headers: [string, string][];
  cookies: string[];
  body: string;
  location: string | null;
}

/** Asks next-auth, through its interface for plain request and response objects. */
export async function askNextAuth(question: Question): Promise<Reply> {
  const reply: Reply = { status: 200, headers: [], cookies: [], body: "", location: null };
  const response = {
    status(code: number) {
      reply.status = code;
      return response;
    },
    getHeader: (name: string) => (name.toLowerCase() === "set-cookie" ? reply.cookies : undefined),
    setHeader(name: string, value: string | string[]) {
      if (name.toLowerCase() === "set-cookie") reply.cookies = [value].flat();
      else if (name.toLowerCase() === "location") reply.location = String(value);
      else reply.headers.push([name, String(value)]);
      return response;
    },
    end: () => response,
    json(value: unknown) {
      reply.headers.push(["content-type", "application/json"]);
      reply.body = JSON.stringify(value);
    },
    send(value: unknown) {
      reply.body = typeof value === "string" ? value : JSON.stringify(value ?? {});
    },
  };
  const request = {
    method: question.method,
    // Without an address of ours here it would lead home; where to go on is decided at that one.
    query: {
      ...question.query,
      ...(question.path[0] === "callback" && { callbackUrl: `${siteUrl()}/sign-in/done` }),
      nextauth: question.path,
    },
    body: question.body,
    cookies: question.cookies,
    headers: { host: new URL(siteUrl()).host },
  };
  await (NextAuth(
    request as unknown as NextApiRequest,
    response as unknown as NextApiResponse,
    optionsFor(question),
  ) as Promise<unknown>);
  return reply;
}

function optionsFor({ browser, connect }: Question): AuthOptions {
  return {
    providers: configuredProviders().map(providerOf),
    adapter: adapterFor(browser),
    session: { strategy: "database", maxAge: sessionLife.absolute / 1_000 },
    useSecureCookies: siteUrl().startsWith("https:"),
    cookies: { sessionToken: { name: sessionCookieName(), options: cookieOptions(sessionLife.absolute / 1_000) } },
    pages: { signIn: "/sign-in", error: "/sign-in", signOut: "/account" },
    callbacks: {
      // Where to go on is kept in a cookie of ours; an address in the request is never followed.
      redirect: () => `${siteUrl()}/sign-in/done`,
      signIn: async ({ user, account }) => {
        const profile = user as unknown as Partial<Profile>;
        const provider = account?.provider as ProviderId;
        const subject = account?.providerAccountId;
        if (!provider || !subject) return false;
        // A known identity comes as our own person, a new one as its profile.
        const seen: Profile = {
          provider,
          subject,
          label: profile.label ?? subject,
          name: profile.name ?? null,
          email: profile.email ?? null,
        };
        if (connect) {
          const connected = await connectIdentity(seen, connect.intent, connect.personId);
          return "problem" in connected
            ? `/account?problem=${connected.problem}#methods`
            : "/account?connected=1#methods";
        }
        const resolved = await resolveIdentity(seen);
        return "problem" in resolved ? `/sign-in?problem=${resolved.problem}` : true;
      },
      session: ({ session, user }) => ({ expires: session.expires, user: { name: user.name, email: user.email } }),
    },
    logger: {
      error: (code, detail) => console.error(`Sign-in: ${code} ${reasonOf(detail)}`),
      warn: () => {},
      debug: () => {},
    },
  };
}

/** A log line without what a provider sent: that may hold tokens. */
function reasonOf(detail: unknown): string {
  const error = (detail as { error?: unknown }).error ?? detail;
  return error instanceof Error ? error.message.slice(0, 300) : "";
}

/**
 * Sessions as the rest of the app knows them. Accounts are made and linked in `signIn` above, in one transaction each,
 * so what next-auth would do of that is not offered.
 */
function adapterFor(browser: Browser): Adapter {
  const person = async (where: { id: string } | { email: string }) => {
    const found = await db().person.findUnique({ where: where as { id: string } });
    return found && { id: found.id, name: found.name, email: found.email, emailVerified: found.createdAt };
  };
  const never = () => {
    throw new Error("Accounts are not made or linked here.");
  };
  return {
    createUser: never,
    linkAccount: never,
    updateUser: never,
    getUser: (id) => person({ id }),
    getUserByEmail: (email) => person({ email }),
    getUserByAccount: async ({ provider, providerAccountId }) => {
      const identity = await db().identity.findUnique({
        where: { provider_subject: { provider, subject: providerAccountId } },
        select: { personId: true, label: true },
      });
      const found = identity && (await person({ id: identity.personId }));
      return found ? { ...found, label: identity.label } : null;
    },
    createSession: async ({ userId, expires }) => {
      const { provider } = (await db().identity.findFirst({
        where: { personId: userId },
        orderBy: { lastUsedAt: "desc" },
        select: { provider: true },
      })) ?? { provider: "oidc" };
      const sessionToken = await db().$transaction((tx) =>
        createSession(tx, { personId: userId, method: provider as ProviderId, ...browser }),
      );
      return { sessionToken, userId, expires };
    },
    getSessionAndUser: async (sessionToken) => {
      const viewer = await findSession(sessionToken);
      if (!viewer) return null;
      const expires = new Date(viewer.authenticatedAt.getTime() + sessionLife.absolute);
      return {
        session: { sessionToken, userId: viewer.personId, expires },
        user: { id: viewer.personId, name: viewer.name, email: viewer.email, emailVerified: null },
      };
    },
    // How long a session lasts is not next-auth's to change.
    updateSession: async () => null,
    deleteSession: (sessionToken) => endSession(db(), sessionToken),
  };
}

interface Claims {
  sub: string;
  name?: string;
  preferred_username?: string;
  email?: string;
  email_verified?: unknown;
}

function providerOf({ id, name, clientId, clientSecret, url }: ProviderSettings): AuthOptions["providers"][number] {
  if (id === "github") {
    const api = new URL(url).hostname === "github.com" ? "https://api.github.com" : `${url}/api/v3`;
    const github: OAuthConfig<{ id: number; login: string; name: string | null; email: string | null }> = {
      id,
      name,
      type: "oauth",
      clientId,
      clientSecret,
      authorization: { url: `${url}/login/oauth/authorize`, params: { scope: "read:user user:email" } },
      token: `${url}/login/oauth/access_token`,
      checks: ["pkce", "state"],
      userinfo: {
        url: `${api}/user`,
        request: async ({ tokens }) => {
          const ask = async (path: string) => {
            const response = await fetch(`${api}${path}`, {
              headers: {
                authorization: `Bearer ${tokens.access_token}`,
                accept: "application/vnd.github+json",
                "user-agent": "framewise",
              },
              signal: AbortSignal.timeout(10_000),
            });
            if (!response.ok) throw new Error(`GitHub answered ${response.status} to ${path}`);
            return response.json() as Promise<unknown>;
          };
          const user = (await ask("/user")) as { id: number };
          const emails = (await ask("/user/emails")) as { email: string; primary: boolean; verified: boolean }[];
          // The address of the profile may be anything; only the primary one, and only when verified, proves something.
          const email = emails.find((one) => one.primary && one.verified)?.email ?? null;
          return { ...user, sub: String(user.id), email } as never;
        },
      },
      profile: ({ id: subject, login, name: fullName, email }) =>
        ({ id: String(subject), name: fullName ?? login, email, label: login }) as never,
    };
    return github;
  }
  const oidc: OAuthConfig<Claims> = {
    id,
    name,
    type: "oauth",
    clientId,
    clientSecret,
    issuer: url,
    wellKnown: `${url.replace(/\/+$/, "")}/.well-known/openid-configuration`,
    authorization: { params: { scope: "openid email profile" } },
    idToken: true,
    checks: ["pkce", "state", "nonce"],
    userinfo: {
      // The ID token says who it is; the rest may only be here. The client checks that both are the same person's.
      request: async ({ tokens, client }) => {
        const claims = (tokens as unknown as { claims: () => Claims }).claims();
        const more = client.issuer.metadata.userinfo_endpoint ? await client.userinfo(tokens as never) : {};
        return { ...claims, ...more };
      },
    },
    profile: ({ sub, name: fullName, preferred_username, email, email_verified }) =>
      ({
        id: sub,
        name: fullName ?? preferred_username ?? null,
        email: email_verified === true ? (email ?? null) : null,
        label: preferred_username ?? email ?? sub,
      }) as never,
  };
  return oidc;
}
