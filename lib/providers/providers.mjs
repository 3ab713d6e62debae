// Where people can sign in with an account that they have elsewhere; one file for each.
import { github } from "./github.mjs";
import { oidc } from "./oidc.mjs";

/**
 * By the id that is kept with a person's account, in the order that they are shown in. The database names the same ones.
 * @satisfies {Record<string, import("./provider.ts").Provider>}
 */
export const providers = /** @type {const} */ ({ github, oidc });

/** @typedef {keyof typeof providers} ProviderId */

export const providerIds = /** @type {[ProviderId, ...ProviderId[]]} */ (Object.keys(providers));

/**
 * The providers that are configured.
 * @param {import("./provider.ts").Environment} environment
 * @returns {import("./provider.ts").ProviderSettings[]}
 */
export function configuredProviders(environment = process.env) {
  return providerIds.flatMap((id) => {
    const settings = providers[id].read(environment);
    return settings ? [{ id, ...settings }] : [];
  });
}

/**
 * The origins that a form may lead to besides our own, for the Content-Security-Policy.
 * @param {import("./provider.ts").Environment} environment
 */
export function formTargets(environment = process.env) {
  return configuredProviders(environment).map((one) => new URL(providers[one.id].formTarget(one)).origin);
}
