import { deriveKey } from "../secrets/tokens.ts";
import { Problem } from "./problem.ts";

/**
 * The key that a build makes the ids of its actions with, in base64. Left to itself, Next makes one at each build: every
 * id changes then, and tabs that are open can't send anything any more. Ours follows from the installation's secret.
 * @param given one of the operator's own, for a build in a place that must not know the secret
 */
export function actionKey(given: string | undefined, secret: () => string): string {
  if (!given) return deriveKey(secret(), "server actions").toString("base64");
  const key = Buffer.from(given, "base64");
  if (![16, 24, 32].includes(key.length) || key.toString("base64") !== given)
    throw new Problem("NEXT_SERVER_ACTIONS_ENCRYPTION_KEY must be 16, 24 or 32 bytes in base64.");
  return given;
}

/**
 * What a build sees of the environment: it needs no database, and must not depend on one. The address is empty rather than
 * left out, because Next reads `.env` too and would put it back.
 */
export function buildEnvironment(env: Record<string, string | undefined>, key: string): NodeJS.ProcessEnv {
  const none = { DATABASE_URL: "", DATABASE_DIRECT_URL: "" };
  return { ...env, ...none, NODE_ENV: "production", NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: key };
}
