import { expect, it } from "vitest";
import { offerOf } from "./second-step.ts";

it("a code on paper is as hard to guess as a key, and every code is another", () => {
  process.env.NEXTAUTH_SECRET = "a secret of the tests";
  const { codes } = offerOf({ personId: "p", email: "a@example.org", sessionId: "s" }, 0);
  const letters = codes.map((code) => code.replaceAll("-", ""));
  expect(new Set(letters).size).toBe(10);
  // Below 112 bits a plain hash of it could be tried out; a letter of base32 has five.
  for (const one of letters) expect(one.length * 5).toBeGreaterThanOrEqual(112);
  expect(new Set(letters.join("")).size).toBe(32);
});
