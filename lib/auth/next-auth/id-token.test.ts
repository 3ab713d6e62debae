import crypto from "node:crypto";
import http from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { resolveIdentity } from "../identities.ts";
import { askNextAuth } from "./ask.ts";
import { startProvider } from "./start-provider.ts";

// A provider that answers whatever a test wants. Nobody but its own keys, for us, now and for this very sign-in, says who
// somebody is.

const jar = vi.hoisted(() => new Map<string, string>());
vi.mock("next/headers", () => ({
  headers: async () => new Headers(),
  cookies: async () => ({
    get: (name: string) => ({ value: jar.get(name) }),
    set: (name: string, value: string) => jar.set(name, value),
    delete: (name: string) => jar.delete(name),
  }),
}));
vi.mock("./adapter.ts", () => ({ adapterFor: () => ({ getUserByAccount: async () => null }) }));
vi.mock("../identities.ts", () => ({ resolveIdentity: vi.fn(async () => ({ problem: "known" })) }));
vi.mock("../../log/log.mjs", () => ({ log: { error: () => {} } }));

const clientSecret = "a secret of the tests only, long enough";
const keyPair = () => crypto.generateKeyPairSync("rsa", { modulusLength: 2_048 });
const [own, foreign] = [keyPair(), keyPair()];
const coded = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");

/** A JWT of these claims, signed by the provider's own key unless something else is wanted. */
function signed(claims: object, { alg = "RS256", key = own.privateKey, head = {} } = {}): string {
  const text = `${coded({ alg, kid: "one", ...head })}.${coded(claims)}`;
  const signature = {
    RS256: () => crypto.sign("sha256", Buffer.from(text), key),
    HS256: () => crypto.createHmac("sha256", clientSecret).update(text).digest(),
    none: () => Buffer.alloc(0),
  }[alg];
  return `${text}.${(signature?.() ?? Buffer.alloc(0)).toString("base64url")}`;
}

let issuer = "";
let idToken = "";
const jwk = ({ publicKey }: { publicKey: crypto.KeyObject }) => ({
  ...publicKey.export({ format: "jwk" }),
  kid: "one",
  alg: "RS256",
  use: "sig",
});
const server = http.createServer((request, response) => {
  const answers: Record<string, () => object> = {
    "/.well-known/openid-configuration": () => ({
      issuer,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/keys`,
    }),
    "/keys": () => ({ keys: [jwk(own)] }),
    "/token": () => ({ access_token: "a", token_type: "Bearer", id_token: idToken }),
  };
  request.resume();
  response.setHeader("content-type", "application/json");
  response.end(JSON.stringify(answers[request.url ?? ""]?.() ?? {}));
});

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const site = "http://localhost:3000";
  Object.assign(process.env, { SITE_URL: site, NEXTAUTH_URL: site, NEXTAUTH_SECRET: "a secret of the tests" });
  Object.assign(process.env, { OIDC_ISSUER: issuer, OIDC_ID: "framewise", OIDC_SECRET: clientSecret });
});
afterAll(() => server.close());
beforeEach(() => {
  jar.clear();
  vi.mocked(resolveIdentity).mockClear();
});

type Wrong = { claims?: object; as?: Parameters<typeof signed>[1]; state?: string; elsewhere?: boolean };

/** Signs in, where the provider answers something that is wrong in this way. Returns whom it was taken for. */
async function signIn({ claims = {}, as = {}, state, elsewhere }: Wrong) {
  const asked = new URL(await startProvider("oidc", null)).searchParams;
  const now = Math.floor(Date.now() / 1_000);
  const right = { iss: issuer, aud: "framewise", sub: "ada", iat: now, exp: now + 60, nonce: asked.get("nonce") };
  idToken = signed({ ...right, ...claims }, as);
  await askNextAuth({
    path: ["callback", "oidc"],
    method: "GET",
    query: { code: "c", state: state ?? asked.get("state") ?? "" },
    body: {},
    cookies: elsewhere ? {} : Object.fromEntries(jar),
    browser: { device: "Test", replaces: null },
    connect: null,
  });
  return vi.mocked(resolveIdentity).mock.calls.map(([{ subject }]) => subject);
}

it("an ID token that is right says who somebody is", async () => {
  expect(await signIn({})).toEqual(["ada"]);
});

const wrong: Record<string, Wrong> = {
  "signed by another key": { as: { key: foreign.privateKey } },
  "signed by a key that it brings along": { as: { key: foreign.privateKey, head: { jwk: jwk(foreign) } } },
  "without a signature": { as: { alg: "none" } },
  "signed by the client's secret": { as: { alg: "HS256" } },
  "that has ended": { claims: { exp: 1_700_000_000, iat: 1_699_999_000 } },
  "for somebody else's site": { claims: { aud: "another" } },
  "of another provider": { claims: { iss: "https://evil.example" } },
  "of another sign-in": { claims: { nonce: "another" } },
  "of nobody": { claims: { sub: undefined } },
};
it.each(Object.keys(wrong))("an ID token %s says nothing", async (name) => {
  expect(await signIn(wrong[name] ?? {})).toEqual([]);
});

it("an answer says nothing in a browser that didn't ask, or asked for another", async () => {
  expect(await signIn({ elsewhere: true })).toEqual([]);
  expect(await signIn({ state: "another" })).toEqual([]);
});
