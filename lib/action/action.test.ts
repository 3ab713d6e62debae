import fs from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";

const root = path.resolve(import.meta.dirname, "../..");

function sourcesIn(folder: string): string[] {
  return fs.readdirSync(path.join(root, folder), { recursive: true }).flatMap((name) => {
    const file = path.join(folder, String(name));
    return /\.tsx?$/.test(file) && !file.includes("generated") && !file.endsWith(".test.ts") ? [file] : [];
  });
}

const read = (file: string) => fs.readFileSync(path.join(root, file), "utf8");
const served = ["app", "components", "lib"]
  .flatMap(sourcesIn)
  .filter((file) => /^\s*["']use server["']/m.test(read(file)));

it("every server action goes the one way: a file of actions exports nothing but what defineAction made", () => {
  expect(served.length).toBeGreaterThanOrEqual(2);
  const wrong: string[] = [];
  let actions = 0;
  for (const file of served) {
    if (!/^lib\/[a-z]+\/actions\.ts$/.test(file))
      wrong.push(`${file}: "use server" belongs into lib/<noun>/actions.ts`);
    for (const [line] of read(file).matchAll(/^export .*/gm)) {
      actions += 1;
      if (!/^export const \w+Action = defineAction\(/.test(line)) wrong.push(`${file}: ${line}`);
    }
  }
  expect(wrong).toEqual([]);
  expect(actions).toBeGreaterThan(15);
});

/** What anybody may ask for, by its address. Whatever isn't named here asks who is there itself. */
const open = [
  "/",
  "/.well-known/security.txt",
  "/api/v1/[[...path]]",
  "/card.png",
  "/check-mail",
  "/compare",
  "/compare/[pair]",
  "/compare/[pair]/card.png",
  "/compare/[pair]/markdown",
  "/decide",
  "/decide/card.png",
  "/decide/questions",
  "/decide/records/[id]/markdown",
  "/developers",
  "/frameworks",
  "/frameworks/[slug]",
  "/frameworks/[slug]/badge.svg",
  "/frameworks/[slug]/card.png",
  "/frameworks/[slug]/card.svg",
  "/frameworks/[slug]/feed.xml",
  "/frameworks/[slug]/history",
  "/frameworks/export",
  "/frameworks/index.json",
  "/integrity",
  "/learn",
  "/logos.svg",
  "/method",
  "/method/validity",
  "/healthz",
  "/readyz",
  "/robots.txt",
  "/search",
  "/search/suggestions.json",
  "/sitemap.xml",
  "/sources",
  "/sources/[slug]",
  "/sources/licences",
];
/** What opens by something else than a session: a mailed token, a key in the address, the machine itself. */
const openByOther = [
  "/api/auth/[...nextauth]",
  "/api/refresh",
  "/feed/[key]",
  "/outbox",
  "/reset",
  "/reset/address",
  "/reset/confirm",
  "/sign-in/link",
  "/sign-up",
  "/sign-up/confirm",
  "/unsubscribe",
  "/unsubscribe/[token]",
];

/** The address of a page or route: folders that only choose how it is kept are no part of it. */
const addressOf = (file: string) =>
  path.posix.join(
    "/",
    path.posix
      .dirname(file.replaceAll(path.sep, "/"))
      .replace(/^app/, "")
      .replaceAll(/\/~(query|home)(?=\/|$)/g, "")
      .replaceAll(/\/\[\[\.\.\.none\]\]/g, ""),
  );

it("every page and route asks who is there itself, but for those that are named as public", () => {
  const files = sourcesIn("app").filter((file) => /\/(page\.tsx|route\.ts)$/.test(file));
  const silent = files.filter((file) => !/\b(requireViewer|getViewer)\(/.test(read(file))).map(addressOf);
  expect(silent.filter((address) => ![...open, ...openByOther].includes(address))).toEqual([]);
  const all = files.map(addressOf);
  expect([...open, ...openByOther].filter((address) => !all.includes(address))).toEqual([]);
});

/** Each action by its name, with the text that defines it. */
const definitions = new Map(
  served.flatMap((file) =>
    read(file)
      .split(/^(?:export )?const /m)
      .slice(1)
      .map((text) => [/^\w+/.exec(text)?.[0] ?? "", text] as const)
      .filter(([name]) => name.endsWith("Action")),
  ),
);
const clients = ["app", "components"].flatMap(sourcesIn).map((file) => ({ file, text: read(file) }));

it("every client calls actions the one way: a request without an answer must not be thrown into the page", () => {
  const wrong: string[] = [];
  let uses = 0;
  for (const { file, text } of clients) {
    if (file !== path.join("components", "form", "use-action.ts") && /useActionState|useFormState/.test(text))
      wrong.push(`${file}: useAction stands in for useActionState`);
    for (const [line] of text.matchAll(/^import [^;]*\/actions(?:\.ts)?";/gm))
      if (/(?<!\*) as /.test(line)) wrong.push(`${file}: actions keep their names, so that this test sees them`);
    const body = text.replaceAll(/^import [^;]*;/gm, "");
    for (const { 0: name, index } of body.matchAll(/\b[a-z]\w*Action\b/g)) {
      if (!definitions.has(name)) continue;
      uses += 1;
      const before = body.slice(0, index);
      if (
        !/<(?:ActionForm|Sortable)(?:\s[^<>]*)?\saction=\{[^{}<>]*$|<ToastOnArrival(?:\s[^<>]*)?\sundo=\{\{ action: $|\b(?:useAction|undoWith)\($/.test(
          before,
        )
      )
        wrong.push(`${file}: ${name} is called without ActionForm, Sortable, ToastOnArrival, useAction or undoWith`);
    }
  }
  expect(wrong).toEqual([]);
  expect(uses).toBeGreaterThan(40);
});

it("what scripts send to an address of its own does what its action does: they are called the same", () => {
  const pairs = clients.flatMap(({ text }) => [
    ...text.matchAll(/\baction=\{([^{}]*)\}\s+write=(\{[^{}]*\}|"\w+")/g),
    ...text.matchAll(/\bundoWith\((\w+), \{\s*write: ("\w+")/g),
    ...text.matchAll(/\buseAction\((\w+), \w+, ("\w+")\)/g),
  ]);
  for (const [use, actions = "", named = ""] of pairs)
    expect(
      [...named.matchAll(/"(\w+)"/g)].map(([, name]) => `${name}Action`),
      use,
    ).toEqual([...actions.matchAll(/\b\w+Action\b/g)].map(([name]) => name));
  expect(pairs.length).toBeGreaterThanOrEqual(4);
  // However it is written, none escapes the patterns above.
  const mentions = clients.flatMap(({ text }) => [
    ...text.matchAll(/\bwrite(?:=[{"]|: ")|, "(?:vote|save|remove|rate)"\)/g),
  ]);
  expect(mentions.length).toBe(pairs.length);
});

it("every form that makes something says which sending it is, also without scripts", () => {
  // Letters are left out: who presses again on an old page wants another letter.
  const making = [...definitions].flatMap(([name, text]) =>
    /\bnewId\b|defineAction\(about\(/.test(text) && name !== "changeEmailAction" ? [name] : [],
  );
  expect(making.length).toBeGreaterThanOrEqual(11);
  for (const name of making) {
    const forms = clients.flatMap(({ text }) => [
      ...text.matchAll(new RegExp(`<ActionForm(?:\\s[^<>]*)?\\b${name}\\}[^<>]*>`, "g")),
    ]);
    expect(forms.length, name).toBeGreaterThan(0);
    for (const [form] of forms) expect(form).toMatch(/\sonce\b/);
  }
});
