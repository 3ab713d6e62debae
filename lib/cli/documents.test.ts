import fs from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { floors } from "../floors.mjs";

const read = (file: string) => fs.readFileSync(file, "utf8");
const filesIn = (folder: string) =>
  fs.readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => path.join(folder, name));

const documents = [...fs.readdirSync("."), ...filesIn("docs"), ...filesIn(".github")].filter((file) =>
  file.endsWith(".md"),
);
const decisions = fs.readdirSync("docs/decisions").filter((file) => /^\d/.test(file));

/** What a text matches, by the first group. */
const all = (text: string, each: RegExp) => [...text.matchAll(each)].map(([, found = ""]) => found);

it("every file and folder that a document names is there, and every link between them leads somewhere", () => {
  expect(documents).toContain("CONTRIBUTING.md");
  const missing = documents.flatMap((file) => {
    const text = read(file);
    const named = all(text, /`((?:app|components|lib|prisma|e2e|docs|public)\/[^`<>*\s]+)`/g);
    const linked = all(text, /\]\((?!https?:|#)([^)#\s]+)[^)]*\)/g).map((to) => path.join(path.dirname(file), to));
    const pictured = all(text, /(?:src|srcset)="(?!https?:)([^"]+)"/g);
    return [...named, ...linked, ...pictured].filter((to) => !fs.existsSync(to)).map((to) => `${file}: ${to}`);
  });
  expect(missing).toEqual([]);
});

it("every command that a document names is one of ours", () => {
  const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };
  const named = documents.flatMap((file) => all(read(file), /\bnpm (?:run )?(start|test|(?<=run )[\w:]+)/g));
  expect(named.length).toBeGreaterThan(20);
  expect(named.filter((name) => !(name in scripts))).toEqual([]);
});

it("every setting of the files for deployment is one that the README explains", () => {
  const explained = new Set(all(read("README.md"), /`([A-Z][A-Z_]+)`/g));
  const own = /^(?:POSTGRES_\w+|NODE_ENV)$/;
  const named = ["compose.yaml", "docs/deploy/framewise@.service", "Dockerfile"].flatMap((file) =>
    all(read(file), /^(?: {6}|Environment=| {4})([A-Z][A-Z_]+)[:=]/gm).map((name) => name.replace(/_FILE$/, "")),
  );
  expect(named).toContain("NEXT_SERVER_ACTIONS_ENCRYPTION_KEY");
  expect(named.filter((name) => !explained.has(name) && !own.test(name))).toEqual([]);
});

it("every file that a comment names is there", () => {
  const sources = [...["app", "components", "lib"].flatMap(filesIn), "next.config.ts", "prisma/schema.prisma"].filter(
    (file) => /(?<!\.test)\.(?:tsx?|mjs|prisma)$/.test(file) && !file.includes("generated"),
  );
  expect(sources.length).toBeGreaterThan(300);
  const missing = sources.flatMap((file) =>
    all(read(file), /\b((?:app|components|lib|prisma|e2e)\/[\w./-]+\.(?:tsx?|mjs|yaml|css))/g)
      .filter((to) => !fs.existsSync(to))
      .map((to) => `${file}: ${to}`),
  );
  expect(missing).toEqual([]);
});

it("CONTRIBUTING.md has the floors that the linter holds, in their order", () => {
  const block = all(read("CONTRIBUTING.md"), /```\n(log [^`]+)```/g)[0] ?? "";
  expect(all(block, /^(\w+)/gm)).toEqual(floors);
});

it("decisions are numbered without a gap, and their list has each of them by its title", () => {
  expect(decisions.map((file) => Number(file.slice(0, 4)))).toEqual(decisions.map((_, index) => index + 1));
  const list = read("docs/decisions/README.md");
  for (const file of decisions) {
    const [, number, title] = /^# (\d{4}): (.+)\n/.exec(read(path.join("docs/decisions", file))) ?? [];
    expect(list, file).toContain(`| [${number}](${file}) | ${title} |`);
    expect(file.startsWith(`${number}-`), file).toBe(true);
  }
});

it("the workflow runs the command that the README gives for tests, on a Node that is supported", () => {
  const [, command = ""] = /^## Test it\n\n```sh\n(.+)\n```/m.exec(read("README.md")) ?? [];
  expect(command).toBe("npm test");
  const workflow = read(".github/workflows/test.yml");
  expect(all(workflow, /^ +- run: (.+)$/gm)).toEqual([command]);
  const [, nodes = ""] = /^ +node: \[(.+)\]$/m.exec(workflow) ?? [];
  const oldest = read("package.json").match(/"node": ">=([\d.]+)"/)?.[1];
  expect(all(nodes, /"([\d.]+)"/g)).toEqual([oldest, read(".nvmrc").trim()]);
});
