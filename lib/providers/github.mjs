/** @typedef {{ id: number, login: string, name: string | null, email: string | null }} User */

/** @type {import("./provider.ts").Provider} */
export const github = {
  method: "GitHub",
  // GITHUB_URL: the web address of an Enterprise server.
  environment: { together: ["GITHUB_ID", "GITHUB_SECRET"], addresses: ["GITHUB_URL"], optional: ["GITHUB_URL"] },
  read: ({ GITHUB_ID, GITHUB_SECRET, GITHUB_URL }) =>
    GITHUB_ID && GITHUB_SECRET
      ? {
          name: "GitHub",
          clientId: GITHUB_ID,
          clientSecret: GITHUB_SECRET,
          url: (GITHUB_URL ?? "https://github.com").replace(/\/+$/, ""),
        }
      : null,
  formTarget: ({ url }) => url,
  exchange({ id, name, clientId, clientSecret, url }) {
    const api = new URL(url).hostname === "github.com" ? "https://api.github.com" : `${url}/api/v3`;
    /** @type {import("next-auth/providers/oauth").OAuthConfig<User>} */
    const config = {
      id,
      name,
      type: "oauth",
      clientId,
      clientSecret,
      authorization: { url: `${url}/login/oauth/authorize`, params: { scope: "read:user user:email" } },
      token: `${url}/login/oauth/access_token`,
      checks: ["pkce", "state"],
      userinfo: { url: `${api}/user`, request: async ({ tokens }) => whois(api, String(tokens.access_token)) },
      // next-auth's type of a person has no `label`; what is returned here comes back in our `signIn` as it is.
      profile: ({ id: subject, login, name: fullName, email }) =>
        /** @type {never} */ ({ id: String(subject), name: fullName ?? login, email, label: login }),
    };
    return config;
  },
};

/**
 * Who somebody is there. Two questions instead of next-auth's one: the address of the profile may be anything; only the
 * primary one, and only when verified, proves something.
 * @param {string} api
 * @param {string} token
 */
async function whois(api, token) {
  const user = /** @type {User} */ (await ask(api, "/user", token));
  const emails = /** @type {{ email: string, primary: boolean, verified: boolean }[]} */ (
    await ask(api, "/user/emails", token)
  );
  const email = emails.find((one) => one.primary && one.verified)?.email ?? null;
  // The type is that of an OpenID provider, where an address is never null.
  return /** @type {never} */ ({ ...user, sub: String(user.id), email });
}

/**
 * @param {string} api
 * @param {string} path
 * @param {string} token
 * @returns {Promise<unknown>}
 */
async function ask(api, path, token) {
  const response = await fetch(`${api}${path}`, {
    headers: {
      authorization: `Bearer ${token}`,
      accept: "application/vnd.github+json",
      "user-agent": "framewise",
    },
    signal: AbortSignal.timeout(10_000),
    // The token is for this address only.
    redirect: "error",
  });
  if (!response.ok) throw new Error(`GitHub answered ${response.status} to ${path}`);
  return response.json();
}
