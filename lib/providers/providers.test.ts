import fs from "node:fs";
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
