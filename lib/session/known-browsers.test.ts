import { beforeAll, expect, it } from "vitest";
import { knownBrowser, withAccount } from "./known-browsers.ts";

beforeAll(() => {
  process.env.NEXTAUTH_SECRET = "a secret of the tests";
});

it("a browser is known to the accounts that it signed in to, the latest five, and to no other", () => {
  let cookie = withAccount(undefined, "a@example.org");
  const id = knownBrowser(cookie, "a@example.org");
  expect(id).not.toBeNull();
  expect(knownBrowser(cookie, "b@example.org")).toBeNull();
  expect(withAccount(cookie, "a@example.org")).toBe(cookie);
  for (const name of ["b", "c", "d", "e"]) cookie = withAccount(cookie, `${name}@example.org`);
  expect(knownBrowser(cookie, "a@example.org")).toBe(id);
  cookie = withAccount(cookie, "f@example.org");
  expect(["a", "b", "f"].map((name) => knownBrowser(cookie, `${name}@example.org`))).toEqual([null, id, id]);
  expect(cookie).not.toContain("example");
});

it("nobody makes such a cookie themselves: not of another's tag, not by another secret, not of rubbish", () => {
  const mine = withAccount(undefined, "mine@example.org");
  const yours = withAccount(undefined, "yours@example.org");
  const [id, tag] = [mine.split(".")[0], yours.split(".")[1]];
  for (const forged of [undefined, "", "x", ".", `${id}.`, `${id}.${tag}`, `${id}${tag}`, yours.slice(1), `${mine}.x`])
    expect(knownBrowser(forged, "yours@example.org"), forged).toBeNull();
  process.env.NEXTAUTH_SECRET = "another secret";
  expect(knownBrowser(yours, "yours@example.org")).toBeNull();
  process.env.NEXTAUTH_SECRET = "a secret of the tests";
  expect(knownBrowser(withAccount("rubbish", "mine@example.org"), "mine@example.org")).not.toBeNull();
});
