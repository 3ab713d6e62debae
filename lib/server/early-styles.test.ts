import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, expect, it } from "vitest";
import { readSheets, withEarlyStyles } from "./early-styles.mjs";
import { hashOf } from "./policy.mjs";

const built = fs.mkdtempSync(path.join(os.tmpdir(), "fw-sheets-"));
afterAll(() => fs.rmSync(built, { recursive: true }));

const css = [
  "@layer theme,components;",
  '@font-face{font-family:sans;src:url(../media/sans.woff2)format("woff2")}',
  "@layer theme{:root{--line:#000;--unused:red;--ink:var(--line)}}",
  "@layer components{.a{color:var(--ink)}.b .c{color:blue}.d,.a em,.a:hover{top:0}ul .a{top:1px}p.a{left:0}}",
  "@media print{.a{display:none}}@media (width>9px){.a\\:b:not(.c){left:0}}",
  '.sm\\:\\[\\&_p\\]\\:x{content:"}{"}',
  '@property --tw-a{syntax:"*";inherits:false}',
].join("");
fs.mkdirSync(path.join(built, "static", "chunks"), { recursive: true });
fs.writeFileSync(path.join(built, "static", "chunks", "x.css"), css);
const sheets = readSheets(built);
const link = '<link rel="stylesheet" href="/_next/static/chunks/x.css" data-precedence="next"/>';
const page = (body: string) => `<html><head>${link}<title>x</title></head><body>${body}</body></html>`;

it("gives a page the rules that may concern it, in their order and layers, and the whole sheet at its end", () => {
  const rules = [
    "@layer theme,components;",
    '@font-face{font-family:sans;src:url(/_next/static/media/sans.woff2)format("woff2")}',
    "@layer theme{:root{--line:#000;--ink:var(--line)}}",
    "@layer components{.a{color:var(--ink)}p.a{left:0}}",
  ].join("");
  const { html, hashes } = withEarlyStyles(page('<p class="a">x</p>'), sheets);
  expect(html).toBe(
    `<html><head><style>${rules}</style><title>x</title></head><body><p class="a">x</p>${link}</body></html>`,
  );
  expect(hashes).toEqual([hashOf(rules)]);
});

it("knows classes by the names that HTML and style sheets write in different ways", () => {
  const { html } = withEarlyStyles(page('<p class="b sm:[&amp;_p]:x a:b">x</p>'), sheets);
  expect(html).toContain('.sm\\:\\[\\&_p\\]\\:x{content:"}{"}');
  expect(html).toContain("@media (width>9px){.a\\:b:not(.c){left:0}}");
  expect(html).not.toContain(".b .c");
});

it("leaves out what is folded away, but not what is open or says what is folded", () => {
  const folded = (open: string) =>
    page(`<details${open}><summary><p class="a">x</p></summary><p class="b"><i class="c">y</i></p></details>`);
  expect(withEarlyStyles(folded(""), sheets).html).not.toContain(".b .c");
  expect(withEarlyStyles(folded(""), sheets).html).toContain("p.a{left:0}");
  expect(withEarlyStyles(folded(" open"), sheets).html).toContain(".b .c{color:blue}");
});

it("leaves a page alone whose sheets it doesn't know", () => {
  const html = page("").replace("x.css", "y.css");
  expect(withEarlyStyles(html, sheets)).toEqual({ html, hashes: [] });
});
