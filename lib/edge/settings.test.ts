import { describe, expect, it } from "vitest";
import { purgeSettings } from "./settings.ts";

const fastly = {
  PURGE_STYLE: "fastly",
  PURGE_URL: "https://api.fastly.com/service/SU1Z0isxPaozGVKXdv0eY",
  PURGE_TOKEN: "t",
};
const cloudflare = {
  PURGE_STYLE: "cloudflare",
  PURGE_URL: "https://api.cloudflare.com/client/v4/zones/023e105f4ecef8ad9ca31a8372d0c353/",
  PURGE_TOKEN: "t",
};
const varnish = { PURGE_STYLE: "varnish", PURGE_URL: "http://10.0.0.2:6081" };

it("without any setting there is no cache in front; the three that are known are taken", () => {
  expect(purgeSettings({})).toBeNull();
  expect(purgeSettings({ PURGE_URL: "", PURGE_STYLE: "", PURGE_TOKEN: "" })).toBeNull();
  expect(purgeSettings(fastly)).toEqual({ style: "fastly", url: fastly.PURGE_URL, token: "t" });
  expect(purgeSettings(cloudflare)?.url).toBe(cloudflare.PURGE_URL.slice(0, -1));
  expect(purgeSettings(varnish)).toEqual({ style: "varnish", url: varnish.PURGE_URL, token: undefined });
});

describe("what is wrong is named in a sentence, without the token", () => {
  it.each([
    [
      { ...fastly, PURGE_STYLE: "akamai" },
      "PURGE_STYLE is the kind of cache that stands in front: fastly, cloudflare, varnish.",
    ],
    [{ PURGE_TOKEN: "secret-token" }, "PURGE_STYLE is the kind"],
    [{ PURGE_URL: varnish.PURGE_URL }, "PURGE_STYLE is the kind"],
    [
      { ...fastly, PURGE_URL: "" },
      "PURGE_URL is not an address of fastly. It looks like this: https://api.fastly.com/service/SERVICE",
    ],
    [{ ...fastly, PURGE_URL: "api.fastly.com/service/x" }, "PURGE_URL is not an address of fastly"],
    [{ ...fastly, PURGE_URL: "https://api.fastly.com/" }, "PURGE_URL is not an address of fastly"],
    [{ ...fastly, PURGE_URL: `${fastly.PURGE_URL}/purge` }, "PURGE_URL is not an address of fastly"],
    [{ ...cloudflare, PURGE_URL: "https://api.cloudflare.com/client/v4" }, "PURGE_URL is not an address of cloudflare"],
    [{ ...varnish, PURGE_URL: "http://10.0.0.2:6081/?x=1" }, "PURGE_URL is not an address of varnish"],
    [{ ...varnish, PURGE_URL: "http://me:secret-token@10.0.0.2:6081" }, "PURGE_URL has a password in it"],
    [{ ...fastly, PURGE_TOKEN: "" }, "PURGE_TOKEN is missing: fastly takes purges only with one."],
    [
      { ...cloudflare, PURGE_URL: "http://api.cloudflare.com/client/v4/zones/0", PURGE_TOKEN: "secret-token" },
      "PURGE_URL must begin with https://",
    ],
  ])("%o", (env: Record<string, string>, sentence) => {
    const read = () => purgeSettings(env);
    expect(read).toThrow(sentence);
    expect(read).not.toThrow("secret-token");
  });
});
