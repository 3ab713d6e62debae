import { type ProviderId, providerIds, providers } from "../providers/providers.mjs";

const byProvider = Object.fromEntries(providerIds.map((id) => [id, providers[id].method])) as Record<
  ProviderId,
  string
>;

/** How a session began, as the account page says it. The database names the same ones. */
export const signInMethods = {
  password: "password",
  link: "link by mail",
  "sign-up": "sign-up",
  reset: "password reset",
  ...byProvider,
} as const;
export type SignInMethod = keyof typeof signInMethods;

/** What can be taken away from an account; a link by mail always works. */
export const removableMethods = ["password", ...providerIds] as const;
export type RemovableMethod = (typeof removableMethods)[number];
