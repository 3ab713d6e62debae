import crypto from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { providers } from "../providers/providers.mjs";
import { stateFolder } from "./database.ts";
import { withAccess } from "./owner.ts";
import { Problem } from "./problem.ts";

export interface Settings extends Record<string, string> {
  SITE_URL: string;
  NEXTAUTH_URL: string;
  NEXTAUTH_SECRET: string;
}

/** Reads the settings that are wrong in ways one would only notice later. Throws a `Problem` that names the setting. */
export function readSettings(port: number, env: Record<string, string | undefined> = process.env): Settings {
  const site = address("SITE_URL", env.SITE_URL ?? `http://localhost:${port}`, ["http:", "https:"]);
  if (new URL(site).pathname !== "/")
    throw new Problem("SITE_URL must not have a path: the site lives at the root of its host.");
  if (env.DATABASE_REPLICA_URL) address("DATABASE_REPLICA_URL", env.DATABASE_REPLICA_URL, ["postgresql:", "postgres:"]);
  if (env.OTEL_EXPORTER_OTLP_ENDPOINT)
    address("OTEL_EXPORTER_OTLP_ENDPOINT", env.OTEL_EXPORTER_OTLP_ENDPOINT, ["http:", "https:"]);
  if (!(Number(env.OTEL_TRACES_SAMPLER_ARG || 1) >= 0 && Number(env.OTEL_TRACES_SAMPLER_ARG || 1) <= 1))
    throw new Problem("OTEL_TRACES_SAMPLER_ARG is the share of requests that is traced, from 0 to 1.");
  if (env.SMTP_URL) address("SMTP_URL", env.SMTP_URL, ["smtp:", "smtps:"]);
  if (env.SECURITY_CONTACT) address("SECURITY_CONTACT", env.SECURITY_CONTACT, ["mailto:", "https:"]);
  for (const { environment } of Object.values(providers)) {
    for (const name of environment.addresses) if (env[name]) address(name, env[name], ["http:", "https:"]);
    together(env, environment.together);
  }
  if (env.TRUST_PROXY && !/^[0-9]$/.test(env.TRUST_PROXY))
    throw new Problem("TRUST_PROXY is the number of proxies in front of Framewise, such as 1.");
  const origin = new URL(site).origin;
  return { SITE_URL: origin, NEXTAUTH_URL: origin, NEXTAUTH_SECRET: installationSecret(env) };
}

function address(name: string, value: string, protocols: string[]): string {
  if (!URL.canParse(value) || !protocols.includes(new URL(value).protocol))
    throw new Problem(
      `${name} is not an address. It starts with ${protocols.map((one) => (one === "mailto:" ? one : `${one}//`)).join(" or ")}.`,
    );
  return value;
}

function together(env: Record<string, string | undefined>, names: readonly string[]): void {
  const missing = names.filter((name) => !env[name]);
  if (missing.length > 0 && missing.length < names.length)
    throw new Problem(`${names.join(", ")} go together; ${missing.join(" and ")} is missing.`);
}

/** The secret that every instance of this installation shares, and that its builds name their actions with. */
export function installationSecret(env: Record<string, string | undefined> = process.env): string {
  return env.NEXTAUTH_SECRET ?? ownSecret();
}

/** The secret of this folder: made on the first run, readable by its owner only. */
function ownSecret(): string {
  const file = path.join(stateFolder, "secret");
  const secret = withAccess(file, () => {
    fs.mkdirSync(stateFolder, { recursive: true });
    try {
      fs.writeFileSync(file, `${crypto.randomBytes(32).toString("hex")}\n`, { mode: 0o600, flag: "wx" });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
    return fs.readFileSync(file, "utf8").trim();
  });
  if (secret.length < 32)
    throw new Problem(
      `${file} is damaged. Bring it back from a copy. Removed, a new one is made; second steps of signing in and letters that wait are lost then.`,
    );
  return secret;
}

/** What becomes of mail, in a line for whoever started the server. */
export function mailLine(settings: Settings, here: string): string {
  if (process.env.SMTP_URL) return `Mail is sent by ${new URL(process.env.SMTP_URL).host}.`;
  return /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(new URL(settings.SITE_URL).hostname)
    ? `Mail is not sent: letters are at ${here}/outbox, for this machine only. SMTP_URL sends them.`
    : "Mail can't be sent: set SMTP_URL. Until then nobody can sign up or get a link by mail.";
}
