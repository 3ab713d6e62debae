import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { API } from "typescript/unstable/sync";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { componentsIn, inBrowsers, looseText } from "./loose-text.ts";

const root = path.resolve(import.meta.dirname, "..", "..");
const api = new API({ cwd: root });
afterAll(() => api.close());

function open(config: string) {
  const project = api.updateSnapshot({ openProjects: [config] }).getProject(config);
  if (!project) throw new Error(`${config} is no project.`);
  return project;
}

/** Where a page leads back to itself after an action, so that React brings what the server sent up to date in place. */
const ledBack = [
  "app",
  ...["account", "auth", "decide", "maintainers", "moderation", "notices", "people", "shortlist", "ui"].map(
    (noun) => `components/${noun}`,
  ),
];

it("stands nowhere in what React brings up to date, so that a translated page goes on working", () => {
  const files = [...new Set([...inBrowsers(root), ...ledBack.flatMap((folder) => componentsIn(root, folder))])];
  expect(files.map((file) => path.relative(root, file))).toContain("components/decide/ranking-row.tsx");
  const project = open(path.join(root, "tsconfig.json"));
  expect(files.flatMap((file) => looseText(project, file))).toEqual([]);
});

describe("in a sample", () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "framewise-loose-text-"));
  afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));
  const react = path.join(root, "node_modules/@types/react");
  beforeAll(() => {
    const compilerOptions = { types: [], paths: { react: [react], "react/*": [`${react}/*`] } };
    const config = { extends: path.join(root, "tsconfig.json"), include: ["*.tsx"], compilerOptions };
    fs.writeFileSync(path.join(folder, "tsconfig.json"), JSON.stringify(config));
    const known = 'import type { ReactNode } from "react"; declare const n: number, s: string, is: boolean;';
    for (const [name, jsx] of Object.entries({ ...loose, ...firm }))
      fs.writeFileSync(path.join(folder, `${name}.tsx`), `${known}\ndeclare const any: ReactNode;\nexport ${jsx}\n`);
  });
  const loose = {
    number: "const a = <p>{n} votes</p>;",
    twoTexts: "const a = <p>{s}{s}</p>;",
    besideAnElement: "const a = <p><b>x</b>{is ? 'one' : null}</p>;",
    whateverComesAsText: "const a = <p><b>x</b>{any}</p>;",
    zero: "const a = <p><b>x</b>{n && <i>x</i>}</p>;",
    list: "const a = <p>{['x', 'y'].map((one) => one + s)}</p>;",
    fragment: "const a = is && <>{s}</>;",
    wordsInAFragment: "const a = is && <>no more</>;",
    wordsAfterWhatComesAndGoes: "const a = <p>{is && <b>x</b>} and more</p>;",
    wordsAfterAComponent: "const a = <p><Other /> and more</p>; function Other() { return is ? <b>x</b> : null; }",
    wordsAfterAKey: "const a = <p><b key={n}>x</b> and more</p>;",
    component: "function Other() { return s; }",
  };
  const firm = {
    alone: "const a = <p>{s}</p>;",
    aloneOrNothing: "const a = <p>{is && s}</p>;",
    aloneOrAnElement: "const a = <p>{is ? s : <b>x</b>}</p>;",
    oneText: "const a = <p>{`${n} votes`}</p>;",
    inItsOwnElement: "const a = <p>words <span>{n}</span> and {is && <b>x</b>}</p>;",
    wordsBetweenElements: 'const a = <p>words{" "}<b>x</b> and <b>x</b>.</p>;',
    elements: "const a = <p>{[1].map((one) => <b key={one}>{one}</b>)}{is && <i>x</i>}</p>;",
    emptyText: 'const a = <p><b>x</b>{s && <i>x</i>}{is ? <i>x</i> : ""}</p>;',
  };
  const inSample = (name: string) =>
    looseText(open(path.join(folder, "tsconfig.json")), path.join(folder, `${name}.tsx`));
  it.each(Object.keys(loose))("finds what a translator breaks: %s", (name) => expect(inSample(name)).toHaveLength(1));
  it.each(Object.keys(firm))("leaves what survives: %s", (name) => expect(inSample(name)).toEqual([]));
});
