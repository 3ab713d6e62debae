/**
 * @typedef {object} Claims
 * @property {string} sub
 * @property {string} [name]
 * @property {string} [preferred_username]
 * @property {string} [email]
 * @property {unknown} [email_verified]
 */

/**
 * Any OpenID Connect provider.
 * @type {import("./provider.ts").Provider}
 */
export const oidc = {
  method: "single sign-on",
  environment: {
    together: ["OIDC_ISSUER", "OIDC_ID", "OIDC_SECRET"],
    addresses: ["OIDC_ISSUER"],
    optional: ["OIDC_NAME"],
  },
  read: ({ OIDC_ISSUER, OIDC_ID, OIDC_SECRET, OIDC_NAME }) =>
    OIDC_ISSUER && OIDC_ID && OIDC_SECRET
      ? {
          name: OIDC_NAME ?? new URL(OIDC_ISSUER).hostname,
          clientId: OIDC_ID,
          clientSecret: OIDC_SECRET,
          url: OIDC_ISSUER,
        }
      : null,
  formTarget: ({ url }) => url,
  exchange({ id, name, clientId, clientSecret, url }) {
    /** @type {import("next-auth/providers/oauth").OAuthConfig<Claims>} */
    const config = {
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
          // Whoever can change what stands at its address must not name another provider there: nothing else compares them.
          const told = client.issuer.metadata.issuer;
          if (told.replace(/\/+$/, "") !== url.replace(/\/+$/, ""))
            throw new Error("The provider calls itself otherwise than OIDC_ISSUER");
          // next-auth hands over what openid-client made; its types don't say so.
          const claims = /** @type {{ claims: () => Claims }} */ (/** @type {unknown} */ (tokens)).claims();
          const more = client.issuer.metadata.userinfo_endpoint
            ? await client.userinfo(/** @type {never} */ (tokens))
            : {};
          return { ...claims, ...more };
        },
      },
      // next-auth's type of a person has no `label`; what is returned here comes back in our `signIn` as it is.
      profile: ({ sub, name: fullName, preferred_username, email, email_verified }) =>
        /** @type {never} */ ({
          id: sub,
          name: fullName ?? preferred_username ?? null,
          email: email_verified === true ? (email ?? null) : null,
          label: preferred_username ?? email ?? sub,
        }),
    };
    return config;
  },
};
