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

it("every page and route that is not public asks who is there itself", () => {
  const closed = ["account", "people", "shortlist"];
  const files = sourcesIn("app").filter(
    (file) => closed.includes(file.split(path.sep)[1] ?? "") && /\/(page\.tsx|route\.ts)$/.test(file),
  );
  expect(files.length).toBeGreaterThanOrEqual(6);
  for (const file of files) expect(read(file), file).toMatch(/requireViewer\(|getViewer\(/);
});
