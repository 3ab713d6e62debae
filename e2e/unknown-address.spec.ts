import crypto from "node:crypto";
import { hash } from "@node-rs/argon2";
import { expect } from "@playwright/test";
import { type Answer, formsOf, type PostedForm, post, send } from "../lib/testing/raw.ts";
import { sql, test } from "./people";

// Nobody may learn from an answer, or from how long it took, whether an address has an account.

const base = process.env.BASE_URL ?? "";

const ways = [
  { name: "sign-up", path: "/sign-up", find: "Continue" },
  { name: "link", path: "/sign-in", find: "Mail me a link" },
  { name: "reset", path: "/reset", find: "Mail me a link" },
  { name: "password", path: "/sign-in", find: "With your password", change: { password: "a wrong one, surely" } },
] as const;

async function formOf({ path, name }: (typeof ways)[number]): Promise<PostedForm> {
  const forms = formsOf((await send(base, path)).body);
  const form =
    name === "password"
      ? forms.find(({ text }) => text.includes("Password"))
      : forms.find(({ text }) => /E-mail/.test(text) && !text.includes("Password"));
  if (!form) throw new Error(`no form on ${path}`);
  return form;
}

const newEmail = () => `t${crypto.randomBytes(8).toString("hex")}@example.org`;

async function addPeople(emails: string[]): Promise<string[]> {
  const passwordHash = await hash("lantern moss orbit", { memoryCost: 19_456, timeCost: 2 });
  await sql(
    "INSERT INTO person (email, name, password_hash) SELECT email, 'Somebody', $2 FROM unnest($1::text[]) AS email",
    [emails, passwordHash],
  );
  return emails;
}

/** What checking a password takes on this machine, in milliseconds: the least of some, so that nothing is added to it. */
async function costOfHash(): Promise<number> {
  const times: number[] = [];
  for (let index = 0; index < 7; index += 1) {
    const started = performance.now();
    await hash("lantern moss orbit", { memoryCost: 19_456, timeCost: 2 });
    times.push(performance.now() - started);
  }
  return Math.min(...times);
}

const address = () => `10.${crypto.randomInt(20, 250)}.${crypto.randomInt(1, 250)}.${crypto.randomInt(1, 250)}`;

async function ask(way: (typeof ways)[number], form: PostedForm, email: string): Promise<Answer> {
  const change = { email, ...("change" in way ? way.change : {}) };
  // As a browser that keeps cookies: any other is refused before an address is looked at.
  return post(base, way.path, form, {
    change,
    headers: { "x-forwarded-for": address(), cookie: "framewise-cookies=1" },
  });
}

/** Two-sided p-value of the Mann-Whitney U test, by the normal approximation (fine above 20 of each). */
function mannWhitney(a: number[], b: number[]): number {
  const all = [...a.map((value) => ({ value, first: true })), ...b.map((value) => ({ value, first: false }))].sort(
    (x, y) => x.value - y.value,
  );
  let ranks = 0;
  all.forEach(({ first }, index) => {
    if (first) ranks += index + 1;
  });
  const u = ranks - (a.length * (a.length + 1)) / 2;
  const mean = (a.length * b.length) / 2;
  const deviation = Math.sqrt((a.length * b.length * (a.length + b.length + 1)) / 12);
  return 2 * (1 - normal(Math.abs(u - mean) / deviation));
}

/** Distribution function of the standard normal (Abramowitz and Stegun 26.2.17, error below 1e-7), for z ≥ 0. */
function normal(z: number): number {
  const t = 1 / (1 + 0.2316419 * z);
  const tail = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return 1 - (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * tail;
}

for (const way of ways) {
  test(`${way.name}: a known and an unknown address get the same answer, byte for byte`, async () => {
    const form = await formOf(way);
    // The very same address: first nobody's, then somebody's.
    const email = newEmail();
    const read = async () => {
      const answer = await ask(way, form, email);
      delete answer.headers.date;
      return answer;
    };
    const unknown = await read();
    await addPeople([email]);
    expect(JSON.stringify(await read())).toBe(JSON.stringify(unknown));
    expect([303, 401]).toContain(unknown.status);
  });

  test(`${way.name}: a statistical test can't tell known from unknown addresses by their times`, async () => {
    test.setTimeout(600_000);
    const form = await formOf(way);
    const count = 60;
    const measure = async () => {
      const known = await addPeople(Array.from({ length: count }, newEmail));
      const times: { known: number[]; unknown: number[] } = { known: [], unknown: [] };
      for (let index = -5; index < count; index += 1) {
        const turns = [
          ["known", known[Math.max(index, 0)] ?? ""],
          ["unknown", newEmail()],
        ] as const;
        // The order changes at random, so that neither always comes after the other.
        for (const [group, email] of crypto.randomInt(2) ? turns : turns.toReversed()) {
          const started = performance.now();
          await ask(way, form, index < 0 ? newEmail() : email);
          if (index >= 0) times[group].push(performance.now() - started);
        }
      }
      return times;
    };
    // By chance alone, one run in a thousand would fail; three in a row, one in a billion.
    // A run in which even the cost of one password hash wouldn't show is too noisy to say anything: it doesn't count.
    const cost = await costOfHash();
    let p = 0;
    let telling = 0;
    for (let run = 0; run < 8 && telling < 3 && p < 0.001; run += 1) {
      const { known, unknown } = await measure();
      const slower = unknown.map((time) => time + cost);
      if (mannWhitney(known, slower) >= 0.001) continue;
      telling += 1;
      p = mannWhitney(known, unknown);
    }
    expect(telling, `runs in which ${cost} ms would have shown`).toBeGreaterThan(0);
    expect(p).toBeGreaterThanOrEqual(0.001);
  });
}
