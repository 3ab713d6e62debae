import "server-only";
import type { AuthOptions } from "next-auth";
import { log } from "../../log/log.mjs";
import { configuredProviders, type ProviderId, providers } from "../../providers/providers.mjs";
import { cookieOptions, sessionCookieName } from "../../session/cookies.ts";
import { sessionLife } from "../../session/rules.ts";
import { siteUrl } from "../../site/identity.ts";
import { connectIdentity, type Profile, resolveIdentity } from "../identities.ts";
import { adapterFor } from "./adapter.ts";
import type { Question } from "./question.ts";

/** What next-auth is to do with this question. */
export function optionsFor({ browser, connect }: Question): AuthOptions {
  return {
    providers: configuredProviders().map((settings) => providers[settings.id].exchange(settings)),
    adapter: adapterFor(browser),
    session: { strategy: "database", maxAge: sessionLife.absolute / 1_000 },
    useSecureCookies: siteUrl().startsWith("https:"),
    cookies: { sessionToken: { name: sessionCookieName(), options: cookieOptions(sessionLife.absolute / 1_000) } },
    // Its own pages would stand outside of the site's frame and policy.
    pages: { signIn: "/sign-in", error: "/sign-in", signOut: "/account" },
    callbacks: {
      // Where to go on is kept in a cookie of ours; an address in the request is never followed.
      redirect: () => `${siteUrl()}/sign-in/done`,
      signIn: async ({ user, account }) => {
        // Typed as a person of next-auth's; it is what the provider's `profile` made, or the adapter's own person.
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
      error: (code, detail) => log.error({ code, reason: reasonOf(detail) }, "Signing in by a provider failed"),
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
