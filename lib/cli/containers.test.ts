import fs from "node:fs";
import { expect, it } from "vitest";
import { parse } from "yaml";

const read = (file: string) => fs.readFileSync(file, "utf8");
const compose = read("compose.yaml");
const { framewise } = (parse(compose) as { services: Record<"framewise", { volumes: string[]; secrets: string[] }> })
  .services;
const guide =
  read("docs/deploy.md")
    .split(/^## /m)
    .find((part) => part.startsWith("Containers\n")) ?? "";
const lines = (file: string) => read(file).split("\n").filter(Boolean);

it("what the container may write belongs to its user in the image, where a new volume takes its owner from", () => {
  const [, owned = ""] = /chown node:node ([^\n]+)\nUSER node\n/.exec(read("Dockerfile")) ?? [];
  const mounted = framewise.volumes.map((volume) => volume.split(":")[1]);
  expect(mounted).toContain("/backups");
  expect(mounted.filter((folder) => !owned.split(" ").includes(folder ?? ""))).toEqual([]);
});

it("every secret, and every setting that compose.yaml demands, is written down by the guide before anything starts", () => {
  const [before = "", after] = guide.split("docker compose up");
  expect(after).toBeDefined();
  for (const secret of framewise.secrets) expect(before).toContain(`> secrets/${secret}\n`);
  const demanded = [...compose.matchAll(/\$\{(\w+):\?/g)].map(([, name]) => name);
  expect(demanded).toEqual(["SITE_URL"]);
  // In a file that each compose command reads: the environment of the first one is gone for the next.
  for (const name of demanded) expect(before).toMatch(new RegExp(`^echo '${name}=\\S+' > \\.env$`, "m"));
});

it("nothing that git leaves out gets into the image, nor the history", () => {
  const left = new Set(lines(".dockerignore"));
  const withheld = lines(".gitignore").filter((line) => !/^!|next-env|tsbuildinfo/.test(line));
  expect(withheld).toContain("/secrets/");
  expect([".git", ...withheld.map((line) => line.replace(/^\/|\/$/g, ""))].filter((one) => !left.has(one))).toEqual([]);
});
