import fs from "node:fs";
import { expect, it } from "vitest";
import { linkKinds, linkLife } from "../auth/rules.ts";
import { eventKindIds, eventsKeptFor } from "../events/kinds.ts";
import { networkLife } from "../people/networks.ts";
import { limits } from "../request/limits.ts";
import { signInMethods } from "../session/methods.ts";
import { freshFor, sessionLife } from "../session/rules.ts";
import { read, served } from "../testing/served.ts";
import { inWords } from "../text/durations.ts";

const document = read("docs/security.md");
const part = (title: string) => document.split(`\n### ${title}\n`)[1]?.split("\n##")[0] ?? "";

/** The levels of ASVS 5.0.0's requirements, in the order of their numbers, by section: "1.2 1112" has 1.2.4 at level 2. */
const standard = new Map<string, number>(
  `
    1.1 22, 1.2 1111122223, 1.3 112222222223, 1.4 222, 1.5 123
    2.1 122, 2.2 112, 2.3 12223, 2.4 23
    3.1 3, 3.2 113, 3.3 12223, 3.4 11222233, 3.5 11122333, 3.6 3, 3.7 22333
    4.1 12233, 4.2 23333, 4.3 22, 4.4 1222
    5.1 2, 5.2 112333, 5.3 113, 5.4 222
    6.1 122, 6.2 111111112222, 6.3 11223333, 6.4 112233, 6.5 22222333, 6.6 2223, 6.7 33, 6.8 2222
    7.1 222, 7.2 1111, 7.3 22, 7.4 11222, 7.5 223, 7.6 22
    8.1 1233, 8.2 1123, 8.3 133, 8.4 23
    9.1 111, 9.2 1222
    10.1 22, 10.2 223, 10.3 22223, 10.4 1111122222233333, 10.5 22222, 10.6 22, 10.7 222
    11.1 2233, 11.2 22233, 11.3 11233, 11.4 1222, 11.5 23, 11.6 23, 11.7 33
    12.1 12233, 12.2 11, 12.3 22223
    13.1 2333, 13.2 222223, 13.3 2233, 13.4 1222233
    14.1 22, 14.2 12223333, 14.3 122
    15.1 12233, 15.2 12233, 15.3 1222222, 15.4 3333
    16.1 2, 16.2 22222, 16.3 2222, 16.4 222, 16.5 2223
    17.1 23, 17.2 22223333, 17.3 22
  `
    .trim()
    .split(/\s*\n\s*|, /)
    .flatMap((line) => {
      const [section = "", levels = ""] = line.split(" ");
      return Array.from(levels, (level, index) => [`${section}.${index + 1}`, Number(level)] as const);
    })
    .filter(([, level]) => level < 3),
);

const rows = [...document.matchAll(/^\| (\d+\.\d+\.\d+) \| ([12]) \| [^|]+ \| ([^|]+) \| ([^|]+) \|$/gm)].map(
  ([, id = "", level, state = "", how = ""]) => ({ id, level: Number(level), state, how }),
);

/** "5.2.1–5.2.3, 5.4.3": each of them that is of the first two levels. */
const expand = (ids: string) =>
  ids.split(", ").flatMap((range) => {
    const [from = "", to = from] = range.split("–");
    const section = from.slice(0, from.lastIndexOf("."));
    const last = (id: string) => Number(id.slice(id.lastIndexOf(".") + 1));
    return Array.from({ length: last(to) - last(from) + 1 }, (_, index) => `${section}.${last(from) + index}`).filter(
      (id) => standard.has(id),
    );
  });

const inapplicable = [...document.matchAll(/^- (\d[\d., –]*): /gm)].flatMap(([, ids = ""]) => expand(ids));

it("every requirement of the first two levels stands once, at its level, and the numbers at the top are right", () => {
  expect(standard.size).toBe(253);
  expect([...rows.map(({ id }) => id), ...inapplicable].toSorted()).toEqual([...standard.keys()].toSorted());
  for (const { id, level } of rows) expect(level, id).toBe(standard.get(id));
  const states: Record<string, (string | undefined)[]> = { "not applicable": inapplicable, all: [...standard.keys()] };
  for (const [name, state] of Object.entries({
    "met, with a test": "met",
    "met, no test": "met, no test",
    partly: "partly",
    unmet: "unmet",
  }))
    states[name] = rows.filter((row) => row.state === state).map(({ id }) => id);
  expect(rows.filter(({ state }) => !["met", "met, no test", "partly", "unmet"].includes(state))).toEqual([]);
  for (const [name, ids] of Object.entries(states)) {
    const at = (level: number) => ids.filter((id) => standard.get(id ?? "") === level).length;
    expect(document, name).toContain(`\n| ${name} | ${at(1)} | ${at(2)} | ${ids.length} |\n`);
  }
});

it("every test that is named is there, says what is quoted, and what is met has one", () => {
  const quoted = rows.flatMap(({ id, how }) =>
    [...how.matchAll(/`((?:lib|e2e)\/[\w./-]+\.(?:test|spec)\.ts)`: “([^”]+(?:“[^”]+”[^”]*)?)”/g)].map(
      ([, file = "", sentence = ""]) => ({ id, file, sentence }),
    ),
  );
  const named = rows.flatMap(({ how }) => how.match(/\.(?:test|spec)\.ts`/g) ?? []);
  expect(quoted).toHaveLength(named.length);
  expect(quoted.length).toBeGreaterThan(150);
  const missing = quoted.filter(({ file, sentence }) => !fs.existsSync(file) || !read(file).includes(sentence));
  expect(missing).toEqual([]);
  const kept = new Set(quoted.map(({ id }) => id));
  expect(
    rows.filter(({ id, state }) => (state === "met" ? !kept.has(id) : state === "met, no test" && kept.has(id))),
  ).toEqual([]);
});

it("what is unmet is at the top with what it would take, and nothing is there that is met", () => {
  const top = document.split("\n## Unmet\n")[1]?.split("\n## ")[0] ?? "";
  const listed = [...top.matchAll(/^\| (\d[\d., –]*) \|/gm)].flatMap(([, ids = ""]) => expand(ids));
  const states = new Map(rows.map(({ id, state }) => [id, state]));
  for (const [id, state] of states) if (state === "unmet") expect(listed, id).toContain(id);
  for (const id of listed) expect(["partly", "unmet"], id).toContain(states.get(id));
});

it("limits, costs and lives are written down as the code has them", () => {
  const listed = [...part("Limits").matchAll(/^\| ([a-zA-Z][^|]+) \| (\d+) \| ([^|]+) \|$/gm)];
  expect(listed.map(([, name, points, time]) => [name, points, time])).toEqual(
    Object.entries(limits).map(([name, { points, duration }]) => [name, `${points}`, inWords(duration * 1_000)]),
  );
  const costs = [...read("lib/server/costs.mjs").matchAll(/path: \/\^(.+)\/,(?: cached: (false),)? points: (\d+)/g)];
  expect(costs.length).toBeGreaterThan(10);
  for (const [, pattern = "", query, points] of costs) {
    const plain = pattern.replaceAll("\\/", "/").replace("(/|$)", "").replaceAll("[^/]+", "…").replaceAll("|", " or ");
    const address = plain.replaceAll(/[\\$]/g, "");
    expect(part("What takes long")).toContain(`\n| \`${address}\`${query ? " with a query" : ""} | ${points}`);
  }
  const gate = read("lib/server/gate.mjs");
  for (const [name, words] of [
    ["points", "$1 points"],
    ["waiting", "at most $1 wait"],
    ["waitingOfOne", "$1 of one network"],
  ] as const) {
    const [, value = ""] = new RegExp(`^  ${name} = (\\d+)`, "m").exec(gate) ?? [];
    expect(part("What takes long")).toContain(words.replace("$1", value));
  }
  for (const life of [sessionLife.idle, sessionLife.absolute, freshFor])
    expect(part("Sessions")).toContain(inWords(life));
});

it("ways in, words and roles are written down as the code has them", () => {
  const ways = part("Ways to sign in");
  for (const way of Object.keys(signInMethods)) expect(ways).toContain(`\`${way}\``);
  for (const kind of linkKinds.filter((one) => one in signInMethods))
    expect(ways).toMatch(new RegExp(`^\\| \`${kind}\` .* for ${inWords(linkLife[kind])}`, "m"));
  const [, words = ""] = /siteWords = \[([^\]]+)\]/.exec(read("lib/auth/passwords.ts")) ?? [];
  expect(words).not.toBe("");
  expect(part("Passwords")).toContain(words.replaceAll('"', "`"));
  const granted = [...read("lib/session/permissions.ts").matchAll(/"([a-z]+\.[a-z]+)": \[/g)];
  expect(granted.length).toBeGreaterThan(1);
  for (const [, permission] of granted) expect(part("Who may do what")).toContain(`\`${permission}\``);
});

it("keys, connections, data and logs are written down as the code has them", () => {
  const purposes = served.flatMap((file) =>
    [...read(file).matchAll(/(?:keyFor|sealText|deriveKey)\((?:secret\(\), )?"([^"]+)"|purpose = "([^"]+)"/g)].map(
      ([, one, other]) => one ?? other,
    ),
  );
  expect(purposes.length).toBeGreaterThan(4);
  for (const purpose of purposes) expect(part("Keys")).toContain(`\n| \`${purpose}\` |`);
  for (const name of ["DATABASE_URL", "SMTP_URL", "GITHUB_URL", "OIDC_ISSUER", "METRICS_PORT"])
    expect(part("Connections")).toContain(`\`${name}\``);
  expect(part("Data")).toContain(inWords(networkLife));
  expect(part("Logs")).toContain(`${eventKindIds.map((kind) => `\`${kind}\``).join(", ")}: `);
  expect(part("Logs")).toContain(`${eventsKeptFor} days`);
});
