import { dictionary } from "@zxcvbn-ts/language-common";
import { expect, it } from "vitest";
import { checkPassword, hashPassword, isOutdated, passwordProblem } from "./passwords.ts";
import { shortestPassword } from "./rules.ts";

it("asks for 12 characters as people count them, and for nothing else", () => {
  expect(passwordProblem("")).toBe("Choose a password.");
  expect(passwordProblem("kfz8wq2mxbp")).toContain("this has 11");
  for (const fine of [
    "kfz8wq2mxbpv",
    "lantern moss orbit",
    "correct donkey battery lamp",
    "пёстрый фонарь под дождём",
    "雨の中の灯籠を見る猫とねずみ",
    "😀 🦊 lamp 🌧 moss",
    "   spaces   inside   too  quiet ",
    "z".repeat(3) + "Q7-lantern ".repeat(80),
  ])
    expect(passwordProblem(fine), fine).toBeNull();
  // Twelve emoji are twelve characters, not twenty-four.
  expect(passwordProblem("🦊".repeat(11))).toContain("this has 11");
});

it("refuses what is tried first: common passwords, patterns, the site's and the person's own words", () => {
  for (const common of [
    "password1234",
    "passwordpassword",
    "123456789012",
    "aaaaaaaaaaaa",
    "qwertyuiop[]",
    "qwertyuiopasdf",
    "abcdefghijklmnop",
    "iloveyou1234",
    "P@ssw0rd1234",
    "framewise1234",
    "Framewise2026!",
    "welcome12345",
    "letmeinletmein",
  ])
    expect(passwordProblem(common), common).toContain("tried first");
  expect(passwordProblem("grace.hopper1906", ["grace.hopper@example.org", "Grace Hopper"])).toContain("tried first");
  expect(passwordProblem("gracehopper12", ["grace.hopper@example.org", "Grace Hopper"])).toContain("tried first");
});

it("refuses every password known from breaches that is long enough to be asked about: there are 49,233 in the list", () => {
  const known = Object.values(dictionary["passwords-common"] ?? []).map(String);
  expect(known.length).toBeGreaterThan(49_000);
  const long = known.filter((one) => Array.from(one).length >= shortestPassword);
  expect(long.length).toBeGreaterThan(300);
  expect(long.filter((one) => passwordProblem(one) === null)).toEqual([]);
  // Written otherwise it is the same.
  for (const one of long.slice(0, 50)) expect(passwordProblem(one.toUpperCase()), one).not.toBeNull();
});

it("answers long and odd passwords quickly", () => {
  const started = performance.now();
  for (const text of ["a".repeat(1_024), "ab".repeat(512), "1q2w3e4r".repeat(128), "\u202e".repeat(1_024)])
    expect(typeof passwordProblem(text)).not.toBe("undefined");
  expect(performance.now() - started).toBeLessThan(5_000);
});

it("stores argon2id with at least 19 MiB, two passes, one lane, and a salt of its own", async () => {
  const [first, second] = await Promise.all([hashPassword("lantern moss orbit"), hashPassword("lantern moss orbit")]);
  expect(first).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(first).not.toBe(second);
  expect(await checkPassword(first, "lantern moss orbit")).toBe(true);
  expect(await checkPassword(first, "lantern moss orbit ")).toBe(false);
  expect(await checkPassword(null, "lantern moss orbit")).toBe(false);
  expect(await checkPassword(null, "nobody's password")).toBe(false);
});

it("takes a password for the same however its accents were typed", async () => {
  const stored = await hashPassword("caf\u00e9 au lait noir");
  expect(await checkPassword(stored, "cafe\u0301 au lait noir")).toBe(true);
});

it("knows which hashes are weaker than today's", () => {
  expect(isOutdated("$argon2id$v=19$m=19456,t=2,p=1$c2FsdA$aGFzaA")).toBe(false);
  expect(isOutdated("$argon2id$v=19$m=12288,t=3,p=1$c2FsdA$aGFzaA")).toBe(true);
  expect(isOutdated("$argon2id$v=19$m=65536,t=1,p=1$c2FsdA$aGFzaA")).toBe(true);
  expect(isOutdated("$2b$10$abcdefghijklmnopqrstuv")).toBe(true);
});

it("runs any number of checks, a few at a time, and asks the rest to come back", async () => {
  const stored = await hashPassword("lantern moss orbit");
  const results = await Promise.allSettled(
    Array.from({ length: 230 }, () => checkPassword(stored, "lantern moss orbit")),
  );
  const refused = results.filter((result) => result.status === "rejected");
  expect(results.filter((result) => result.status === "fulfilled" && result.value)).toHaveLength(204);
  expect(refused).toHaveLength(26);
  expect(refused[0]).toMatchObject({ reason: { status: 503, retryAfter: 5 } });
  expect(await checkPassword(stored, "lantern moss orbit")).toBe(true);
}, 30_000);
