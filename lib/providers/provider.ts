import type { AuthOptions } from "next-auth";
import type { ProviderId } from "./providers.mjs";

export type Environment = Record<string, string | undefined>;

/** A provider as it is configured here. */
export interface ProviderSettings {
  id: ProviderId;
  /** What its buttons say. */
  name: string;
  clientId: string;
  clientSecret: string;
  url: string;
}

/**
 * A place where people can sign in with an account that they have elsewhere: all that we know of it. Plain JavaScript, since
 * the server in front, which nothing compiles, needs a part of it.
 */
export interface Provider {
  /** How somebody signed in, in the list of their sessions. */
  method: string;
  environment: {
    /** Settings that are all needed. */
    together: readonly string[];
    /** Settings that are addresses. */
    addresses: readonly string[];
    optional: readonly string[];
  };
  /** Null when it isn't configured. */
  read: (environment: Environment) => Omit<ProviderSettings, "id"> | null;
  /** Where its sign-in page is, which a form of ours may lead to: an address of that origin. */
  formTarget: (settings: ProviderSettings) => string;
  /** How next-auth asks it who somebody is, and what it may say of them: `email` only where it is verified. */
  exchange: (settings: ProviderSettings) => AuthOptions["providers"][number];
}
