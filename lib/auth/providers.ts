/** Where people can sign in with an account that they have elsewhere. Each only when configured. */
export const providerIds = ["github", "oidc"] as const;
export type ProviderId = (typeof providerIds)[number];

export interface ProviderSettings {
  id: ProviderId;
  name: string;
  clientId: string;
  clientSecret: string;
  /** GitHub: its web address (an Enterprise server has its own). OpenID Connect: the issuer. */
  url: string;
}

/** The providers that are configured, in the order that they are shown in. */
export function configuredProviders(env: Record<string, string | undefined> = process.env): ProviderSettings[] {
  const found: ProviderSettings[] = [];
  const { GITHUB_ID, GITHUB_SECRET, OIDC_ISSUER, OIDC_ID, OIDC_SECRET } = env;
  if (GITHUB_ID && GITHUB_SECRET)
    found.push({
      id: "github",
      name: "GitHub",
      clientId: GITHUB_ID,
      clientSecret: GITHUB_SECRET,
      url: (env.GITHUB_URL ?? "https://github.com").replace(/\/+$/, ""),
    });
  if (OIDC_ISSUER && OIDC_ID && OIDC_SECRET)
    found.push({
      id: "oidc",
      name: env.OIDC_NAME ?? new URL(OIDC_ISSUER).hostname,
      clientId: OIDC_ID,
      clientSecret: OIDC_SECRET,
      url: OIDC_ISSUER,
    });
  return found;
}
