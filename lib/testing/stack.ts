import crypto from "node:crypto";
import { type Cluster, createDatabase, freePort, query } from "../process/postgres.ts";
import { type Server, startServer, whenReady } from "../process/server.ts";
import { startMailCatcher } from "./mail-catcher.ts";
import { startGithub, startOidc, testClient } from "./providers.ts";

/**
 * Everything that the browser tests talk to, on loopback: the product with all that can be set; a second instance of it
 * on the same database; one as it comes, with nothing set; and one that believes to be public, over https.
 */
export async function startStack(
  cluster: Cluster,
): Promise<{ env: Record<string, string>; stop: () => Promise<void> }> {
  const { migrate } = await import("../db/migrate.ts");
  const { seed } = await import("../frameworks/seed.ts");
  const [url, bareUrl] = [await createDatabase(cluster, "e2e"), await createDatabase(cluster, "e2e_bare")];
  await query(url, "ALTER ROLE CURRENT_USER SET timezone = 'America/New_York'");
  for (const database of [url, bareUrl]) {
    await migrate(database);
    await seed(database);
  }
  const free = new Set<number>();
  while (free.size < 6) free.add(await freePort());
  const ports = [...free];
  const [main, second, bare, open, oidcPort, githubPort] = ports as [number, number, number, number, number, number];
  const site = `http://localhost:${main}`;
  const mail = await startMailCatcher();
  const oidc = await startOidc(oidcPort, [`${site}/api/auth/callback/oidc`]);
  const github = await startGithub(githubPort);
  const full = {
    DATABASE_URL: url,
    DATABASE_DIRECT_URL: "",
    SITE_URL: site,
    NEXTAUTH_URL: site,
    NEXTAUTH_SECRET: crypto.randomBytes(32).toString("hex"),
    SMTP_URL: mail.smtpUrl,
    MAIL_FROM: "Framewise <hello@framewise.example>",
    // Tests say what address they come from, so that each has limits of its own.
    TRUST_PROXY: "1",
    SECURITY_CONTACT: "mailto:security@framewise.example",
    GITHUB_ID: testClient.id,
    GITHUB_SECRET: testClient.secret,
    GITHUB_URL: github.url,
    OIDC_ID: testClient.id,
    OIDC_SECRET: testClient.secret,
    OIDC_ISSUER: oidc.issuer,
    OIDC_NAME: "Test ID",
  };
  const none = Object.fromEntries(
    Object.keys(full)
      .filter((name) => /^(SMTP|MAIL|GITHUB|OIDC|TRUST|SECURITY)/.test(name))
      .map((name) => [name, ""]),
  );
  const plain = {
    ...none,
    DATABASE_URL: bareUrl,
    DATABASE_DIRECT_URL: "",
    NEXTAUTH_SECRET: crypto.randomBytes(32).toString("hex"),
  };
  const bareSite = `http://localhost:${bare}`;
  const openSite = "https://framewise.example";
  const servers: Server[] = [
    startServer({ port: main, env: full }),
    // On a machine in another place, as the database is: what all of them write must agree.
    startServer({ port: second, env: { ...full, TZ: "America/New_York" } }),
    startServer({
      port: bare,
      env: { ...plain, SITE_URL: bareSite, NEXTAUTH_URL: bareSite, TZ: "Pacific/Kiritimati" },
    }),
    startServer({ port: open, env: { ...plain, SITE_URL: openSite, NEXTAUTH_URL: openSite } }),
  ];
  const stop = async () => {
    await Promise.all(servers.map((server) => server.stop()));
    github.stop();
    oidc.stop();
    await mail.stop();
  };
  try {
    await Promise.all(servers.map((server, index) => whenReady(server, `http://localhost:${ports[index]}`)));
  } catch (error) {
    await stop();
    throw error;
  }
  const env = {
    BASE_URL: site,
    SECOND_URL: `http://localhost:${second}`,
    BARE_URL: bareSite,
    PUBLIC_URL: `http://localhost:${open}`,
    MAIL_URL: mail.url,
    TEST_DATABASE_URL: url,
  };
  return { env, stop };
}
