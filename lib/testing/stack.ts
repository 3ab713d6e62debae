import crypto from "node:crypto";
import { type Cluster, createDatabase, freePort, query } from "../process/postgres.ts";
import { type Server, startServer, whenReady } from "../process/server.ts";
import { startMailCatcher } from "./mail-catcher.ts";
import { startNginx } from "./nginx.ts";
import { startPgbouncer } from "./pgbouncer.ts";
import type { Place } from "./places.ts";
import { startGithub, startOidc, testClient } from "./providers.ts";

/**
 * Everything that the browser tests talk to, on loopback: the product with all that can be set; a second instance of it
 * on the same database; one as it comes, with nothing set; and one that believes to be public, over https. At a `place`
 * the first two stand there: in its time zone, behind nginx that divides requests among them, before a pooler.
 */
export async function startStack(
  cluster: Cluster,
  place?: Place,
): Promise<{ env: Record<string, string>; stop: () => Promise<void> }> {
  const { migrate } = await import("../db/migrate.ts");
  const { seed } = await import("../frameworks/seed.ts");
  const [url, bareUrl] = [await createDatabase(cluster, "e2e"), await createDatabase(cluster, "e2e_bare")];
  const databaseZone = place?.zone === "America/New_York" ? "Asia/Kathmandu" : "America/New_York";
  await query(url, `ALTER ROLE CURRENT_USER SET timezone = '${databaseZone}'`);
  for (const database of [url, bareUrl]) {
    await migrate(database);
    await seed(database);
  }
  const free = new Set<number>();
  while (free.size < 7) free.add(await freePort());
  const ports = [...free];
  const [main, second, bare, open, oidcPort, githubPort, front] = ports as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const proxied = place?.through.includes("nginx") ?? false;
  const site = `http://localhost:${proxied ? front : main}`;
  const mail = await startMailCatcher();
  const oidc = await startOidc(oidcPort, [`${site}/api/auth/callback/oidc`]);
  const github = await startGithub(githubPort);
  const pooler = place?.through.includes("pgbouncer") ? await startPgbouncer(url) : undefined;
  const full = {
    DATABASE_URL: pooler?.url ?? url,
    DATABASE_DIRECT_URL: pooler ? url : "",
    SITE_URL: site,
    NEXTAUTH_URL: site,
    NEXTAUTH_SECRET: crypto.randomBytes(32).toString("hex"),
    SMTP_URL: mail.smtpUrl,
    MAIL_FROM: "Framewise <hello@framewise.example>",
    // Tests say what address they come from, so that each has limits of its own; nginx puts its own behind that.
    TRUST_PROXY: proxied ? "2" : "1",
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
    startServer({ port: main, env: place ? { ...full, TZ: place.zone } : full }),
    // On a machine in another place, as the database is: what all of them write must agree.
    startServer({ port: second, env: { ...full, TZ: place?.zone ?? "America/New_York" } }),
    startServer({
      port: bare,
      env: { ...plain, SITE_URL: bareSite, NEXTAUTH_URL: bareSite, TZ: "Pacific/Kiritimati" },
    }),
    startServer({ port: open, env: { ...plain, SITE_URL: openSite, NEXTAUTH_URL: openSite } }),
  ];
  let proxy: { stop: () => Promise<void> } | undefined;
  const stop = async () => {
    await proxy?.stop();
    await Promise.all(servers.map((server) => server.stop()));
    await pooler?.stop();
    github.stop();
    oidc.stop();
    await mail.stop();
  };
  try {
    await Promise.all(servers.map((server, index) => whenReady(server, `http://localhost:${ports[index]}`)));
    if (proxied) proxy = await startNginx(front, [main, second]);
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
