import { beforeAll, expect, it } from "vitest";
import { query } from "../process/postgres.ts";
import { count, forget, spend } from "../request/limits.ts";
import { freshDatabase } from "../testing/database.ts";
import { forgetPasswordTries, letterLimits, mayMail, passwordLimits } from "./limits.ts";

let url = "";
beforeAll(async () => {
  url = await freshDatabase();
  process.env.DATABASE_URL = url;
});

const fromMany = (addresses: number, times: number) =>
  Array.from({ length: addresses }, (_, one) => Array.from({ length: times }, () => `198.51.100.${one}`)).flat();

it("forty wrong passwords from four addresses keep out neither a browser that signed in before nor a letter", async () => {
  const email = "forty@example.org";
  for (const address of fromMany(4, 10)) await count(passwordLimits({ email, address, known: null }));
  // Whoever guesses from ever more addresses is stopped.
  const owner = { email, address: "203.0.113.7" };
  await expect(count(passwordLimits({ ...owner, known: null }))).rejects.toMatchObject({ status: 429 });
  await count(letterLimits({ ...owner, known: null }));
  expect(await mayMail({ ...owner, known: null })).toBe(true);
  // Even at an address that the strangers use as well.
  const known = { email, address: "198.51.100.1", known: "a-browser" };
  for (let tries = 0; tries < 10; tries += 1) await count(passwordLimits(known));
  // The cookie, stolen, is no way to guess on.
  await expect(count(passwordLimits(known))).rejects.toMatchObject({ status: 429 });
  await forgetPasswordTries(known);
  await count(passwordLimits(known));
});

it("letters that strangers ask for keep nobody from theirs, and flood no mailbox", async () => {
  const email = "letters@example.org";
  let sent = 0;
  for (const address of fromMany(20, 5)) {
    await count(letterLimits({ email, address, known: null }));
    if (await mayMail({ email, address, known: null })) sent += 1;
  }
  expect(sent).toBe(6);
  const owner = { email, address: "203.0.113.7", known: null };
  // Nothing is refused: the latest letter came within five minutes, and its link works for ten.
  await count(letterLimits(owner));
  expect(await mayMail(owner)).toBe(false);
  await query(url, "UPDATE rate_limit SET expire = expire - 300000 WHERE key LIKE 'mail-to-an-account-that-had-many%'");
  expect(await mayMail(owner)).toBe(true);
  const known = { email, address: "198.51.100.1", known: "a-browser" };
  await count(letterLimits(known));
  expect(await mayMail(known)).toBe(true);
  await count(passwordLimits(owner));
});

it("a single address that asks on and on is told when to stop, whomever it asks for", async () => {
  const address = "198.51.100.99";
  for (let tries = 0; tries < 5; tries += 1)
    await count(letterLimits({ email: "one@example.org", address, known: null }));
  await expect(count(letterLimits({ email: "one@example.org", address, known: null }))).rejects.toMatchObject({
    status: 429,
  });
  for (let tries = 0; tries < 60; tries += 1) await spend({ name: "sign-in from an address", key: address });
  await expect(count(passwordLimits({ email: "another@example.org", address, known: null }))).rejects.toMatchObject({
    status: 429,
  });
  await forget({ name: "sign-in from an address", key: address });
});
