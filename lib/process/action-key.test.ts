import { expect, it } from "vitest";
import { actionKey, buildEnvironment } from "./action-key.ts";
import { hashOf } from "./prepare.ts";

const secret = "5e".repeat(32);

it("every build of an installation names its actions with the same key, and no other installation's does", () => {
  const key = actionKey(undefined, () => secret);
  expect(key).toBe("mdot6ECobzq/TqdhIoNXyacUpxaM5lcRxmTmVxoGGPI=");
  expect(Buffer.from(key, "base64")).toHaveLength(32);
  expect(actionKey("", () => secret)).toBe(key);
  expect(actionKey(undefined, () => "5f".repeat(32))).not.toBe(key);
});

it("an operator's own key is taken as it is, and the secret isn't asked for; a malformed one is named", () => {
  const own = Buffer.alloc(32, 7).toString("base64");
  const never = () => {
    throw new Error("asked");
  };
  expect(actionKey(own, never)).toBe(own);
  for (const wrong of ["short", Buffer.alloc(31).toString("base64"), `${own}x`, "*".repeat(44)])
    expect(() => actionKey(wrong, never), wrong).toThrow("NEXT_SERVER_ACTIONS_ENCRYPTION_KEY");
});

it("a build gets the key and no database", () => {
  const databases = { DATABASE_URL: "postgresql://x", DATABASE_DIRECT_URL: "postgresql://y" };
  const env = buildEnvironment({ PATH: "/bin", ...databases, NODE_ENV: "test" }, "key");
  expect(env).toEqual({
    PATH: "/bin",
    NODE_ENV: "production",
    // Empty, not absent: Next takes what is absent from .env.
    DATABASE_URL: "",
    DATABASE_DIRECT_URL: "",
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: "key",
  });
});

it("another key is another build, and the stamp of a build doesn't tell the key", () => {
  const stamp = hashOf(["package.json"], "key");
  expect(stamp).toMatch(/^[0-9a-f]{64}$/);
  expect(hashOf(["package.json"], "key")).toBe(stamp);
  expect(hashOf(["package.json"], "another")).not.toBe(stamp);
});
