import fs from "node:fs";
import http from "node:http";
import type { AddressInfo } from "node:net";
import { expect, it } from "vitest";
import { configuredProviders, formTargets, providerIds, providers } from "./providers.mjs";

const environment = {
  GITHUB_ID: "id",
  GITHUB_SECRET: "secret",
  OIDC_ISSUER: "https://login.example.org/realms/one",
  OIDC_ID: "id",
  OIDC_SECRET: "secret",
};

it("a provider is offered once all of its settings are there, by the name that its button says", () => {
  expect(configuredProviders({})).toEqual([]);
  for (const id of providerIds) {
    const { together } = providers[id].environment;
    const own = Object.fromEntries(Object.entries(environment).filter(([name]) => together.includes(name)));
    expect(configuredProviders(own).map((one) => one.id)).toEqual([id]);
    for (const name of together) expect(configuredProviders({ ...own, [name]: "" }), name).toEqual([]);
  }
  const names = (more: object) => configuredProviders({ ...environment, ...more }).map(({ name }) => name);
  expect(names({})).toEqual(["GitHub", "login.example.org"]);
  expect(names({ OIDC_NAME: "Our login" })).toEqual(["GitHub", "Our login"]);
});

it("a form may lead to the origin of each configured provider, and to no other", () => {
  expect(formTargets({})).toEqual([]);
  expect(formTargets(environment)).toEqual(["https://github.com", "https://login.example.org"]);
  expect(formTargets({ GITHUB_ID: "id", GITHUB_SECRET: "s", GITHUB_URL: "https://git.example.org/" })).toEqual([
    "https://git.example.org",
  ]);
});

it("each setting of a provider is in the README", () => {
  const readme = fs.readFileSync("README.md", "utf8");
  for (const { environment: settings } of Object.values(providers))
    for (const name of [...settings.together, ...settings.addresses, ...settings.optional])
      expect(readme, name).toContain(`\`${name}\``);
});

type Ask = (about: { tokens: unknown; client?: unknown }) => Promise<unknown>;

/** How next-auth asks a provider who somebody is. */
const askOf = (id: "github" | "oidc", url: string) => {
  const exchange = providers[id].exchange({ id, name: id, clientId: "id", clientSecret: "secret", url });
  return (exchange as unknown as { userinfo: { request: Ask } }).userinfo.request;
};

it("a provider that calls itself by another address than the configured one vouches for nobody", async () => {
  const ask = askOf("oidc", "https://login.example.org/realms/one");
  const as = (issuer: string) =>
    ask({ tokens: { claims: () => ({ sub: "ada" }) }, client: { issuer: { metadata: { issuer } } } });
  expect(await as("https://login.example.org/realms/one")).toEqual({ sub: "ada" });
  for (const other of ["https://login.example.org", "https://login.example.org/realms/two", "https://evil.example"])
    await expect(as(other), other).rejects.toThrow("calls itself otherwise");
});

it("a token of GitHub's goes to the address that is configured, and follows no redirect", async () => {
  const asked: string[] = [];
  const server = http.createServer((request, response) => {
    asked.push(request.url ?? "");
    response.writeHead(302, { location: "/elsewhere" }).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const ask = askOf("github", `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  await expect(ask({ tokens: { access_token: "t" } })).rejects.toThrow("fetch failed");
  expect(asked).toEqual(["/api/v3/user"]);
  server.close();
});
