import fs from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";

const root = path.resolve(import.meta.dirname, "../..");
const files = ["app", "components", "lib"].flatMap((folder) =>
  fs
    .readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
    .map((name) => path.posix.join(folder, name.replaceAll(path.sep, "/")))
    .filter((file) => /\.(tsx?|mjs)$/.test(file) && !/\.test\.ts$|generated|^lib\/testing\//.test(file)),
);

/** Where a text stands, comments left out. */
const places = (pattern: RegExp, among = files) =>
  among.filter((file) => {
    const code = fs.readFileSync(path.join(root, file), "utf8").replaceAll(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*/g, "");
    return pattern.test(code);
  });

it("what the product says in more than one place has one home", () => {
  expect(places(/no end announced/)).toEqual(["lib/releases/support.ts"]);
  expect(places(/a-z0-9\]\+\(-|a-z0-9-\]\{1,/)).toEqual(["lib/text/slug.ts"]);
  expect(places(/\(-\[0-9a-f\]\{4\}\)\{3\}/)).toEqual([]);
  expect(places(/toISOString\(\)\.slice\(0, 10\)|DateTimeFormat/)).toEqual(["lib/text/dates.ts"]);
  expect(places(/&(?:apos|quot|#39);"/)).toEqual(["lib/text/markup.ts"]);
});

it("no page or letter says a time or the length of a text in figures of its own", () => {
  const shown = files.filter((file) => /^(app|components)\/|letters?\.ts$/.test(file));
  expect(shown.length).toBeGreaterThan(100);
  expect(places(/\b\d[\d,]* (?:seconds?|minutes?|hours?|days?|characters)\b/, shown)).toEqual([]);
  expect(places(/max\(\d[\d_]*,\s*["'`][^"'`]*\d[\d,]* characters/)).toEqual([]);
});
