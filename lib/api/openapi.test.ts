import { createConfig, lintFromString } from "@redocly/openapi-core";
import { afterEach, describe, expect, it } from "vitest";
import { decisionKeys } from "../decide/search-params.ts";
import { endpoints } from "./endpoints.ts";
import { openApiDocument } from "./openapi.ts";

const site = process.env.SITE_URL;
afterEach(() => {
  if (site === undefined) delete process.env.SITE_URL;
  else process.env.SITE_URL = site;
});

const lint = async (document: unknown) =>
  (
    await lintFromString({
      source: JSON.stringify(document),
      absoluteRef: "/openapi.json",
      config: await createConfig({ extends: ["recommended"] }),
    })
  ).map(({ ruleId, message, location }) => `${ruleId}: ${message} ${JSON.stringify(location[0]?.pointer)}`);

describe("the description in OpenAPI", () => {
  for (const address of ["http://localhost:3000", "https://framewise.example"])
    it(`passes Redocly's recommended rules without an error or a warning, served at ${address}`, async () => {
      process.env.SITE_URL = address;
      expect(await lint(openApiDocument(endpoints))).toEqual([]);
    });
  it("would not pass with an operation that lacks a summary: the rules are at work", async () => {
    const document = openApiDocument(endpoints);
    const operation = Object.values(document.paths)[0]?.get;
    delete operation?.summary;
    expect((await lint(document)).join()).toContain("operation-summary");
  });
  it("has every endpoint once, with an id that is never used twice", () => {
    const { paths } = openApiDocument(endpoints);
    const ids = Object.values(paths).map(({ get }) => get.operationId);
    expect(ids).toHaveLength(endpoints.length);
    expect(new Set(ids).size).toBe(endpoints.length);
  });
  it("takes for a decision what the page's address may hold, key by key", () => {
    const decision = endpoints.find(({ id }) => id === "getDecision");
    expect(Object.keys(decision?.query.shape ?? {}).sort()).toEqual([...decisionKeys].sort());
  });
  it("names this very server on this machine, and the configured address elsewhere", () => {
    process.env.SITE_URL = "http://localhost:4000";
    expect(openApiDocument(endpoints).servers[0]).toMatchObject({ url: "/" });
    process.env.SITE_URL = "https://framewise.example/";
    expect(openApiDocument(endpoints).servers[0]).toMatchObject({ url: "https://framewise.example" });
  });
});
