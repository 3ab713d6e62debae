import fs from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";

const root = path.resolve(import.meta.dirname, "../../app");

it("no page withholds where its forms are sent from: browsers would send “Origin: null”, which is refused", () => {
  const policies = fs.readdirSync(root, { recursive: true }).flatMap((name) => {
    const file = path.join(root, String(name));
    return file.endsWith(".tsx") ? [...fs.readFileSync(file, "utf8").matchAll(/referrer: "([^"]*)"/g)] : [];
  });
  expect(policies.length).toBeGreaterThan(3);
  expect(policies.filter(([, policy]) => policy !== "same-origin")).toEqual([]);
});
