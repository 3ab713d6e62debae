import vm from "node:vm";
import { expect, it } from "vitest";
import { admitScripts } from "./inline-scripts.mjs";
import { hashOf, pagePolicy } from "./policy.mjs";

const marker = "f".repeat(64);
const ours = `<script nonce="${marker}">ours()</script>`;

it("admits the scripts that Next marked, by their hash, and takes the mark off", () => {
  const { html, hashes } = admitScripts(
    `<p>x</p>${ours}<script src="/a.js" nonce="${marker}"></script>`,
    marker,
    new Set(),
  );
  expect(html).toBe(`<p>x</p><script>ours()</script><script src="/a.js"></script>`);
  expect(hashes).toEqual([hashOf("ours()")]);
});

it("doesn't admit a script that somebody smuggled into a page", () => {
  for (const smuggled of [
    "<script>theirs()</script>",
    `<script nonce="guess">theirs()</script>`,
    `<script nonce="">theirs()</script>`,
    `<script data-x='nonce="f"'>theirs()</script>`,
  ])
    expect(admitScripts(smuggled + ours, marker, new Set()).hashes).toEqual([hashOf("ours()")]);
});

/** A page as Next sends it, with its data in many scripts; some stand between other scripts and what they show. */
function streamed(count: number): string {
  const script = (text: string) => `<script nonce="${marker}">${text}</script>`;
  const data = Array.from({ length: count }, (_, index) => script(`self.__next_f.push([1,"${index};//)"])`));
  return [
    "<html><body><p>shell</p>",
    script("theme()"),
    script("(self.__next_f=self.__next_f||[]).push([0])"),
    ...data.slice(0, count / 2),
    `<div hidden id="S:0">late</div>`,
    script('$RC("B:0","S:0")'),
    ...data.slice(count / 2),
    "</body></html>",
  ].join("");
}

it("makes one script of those that hand over data, in their order, and leaves the others in their places", () => {
  const { html, hashes } = admitScripts(streamed(120), marker, new Set());
  const scripts = [...html.matchAll(/<script>(.*?)<\/script>/g)].map(([, text = ""]) => text);
  expect(scripts.slice(0, 2)).toEqual(["theme()", '$RC("B:0","S:0")']);
  expect(hashes.toSorted()).toEqual(scripts.map((text) => hashOf(text)).toSorted());
  expect(html).toMatch(/^<html><body><p>shell<\/p><script>theme.*<div hidden id="S:0">late.*<\/body><\/html>$/);
  const self: { __next_f?: [number, string?][] } = {};
  vm.runInNewContext(scripts[2] ?? "", { self });
  expect(self.__next_f).toHaveLength(121);
  expect(self.__next_f?.map(([, text]) => text)).toEqual([
    undefined,
    ...Array.from({ length: 120 }, (_, index) => `${index};//)`),
  ]);
});

it("makes nothing of ours from a script that only looks like one", () => {
  const smuggled = `<script>self.__next_f.push([1,"theirs"])</script>`;
  const { html, hashes } = admitScripts(streamed(2).replace("late", smuggled), marker, new Set());
  expect(html).toContain(`<div hidden id="S:0">${smuggled}</div>`);
  expect(html.match(/theirs/g)).toHaveLength(1);
  expect(hashes).not.toContain(hashOf('self.__next_f.push([1,"theirs"])'));
});

it("reads a page in one pass, whatever somebody wrote into it", () => {
  const many = (count: number) => {
    const started = performance.now();
    expect(admitScripts("<script".repeat(count) + ours, marker, new Set()).hashes.length).toBeLessThan(2);
    return performance.now() - started;
  };
  many(10_000);
  // Reading each again for each of the others would take ten thousand times as long.
  expect(many(1_000_000)).toBeLessThan(2_000);
});

it("leaves the mark nowhere, not even within the data of a script", () => {
  const { html, hashes } = admitScripts(`<script nonce="${marker}">push("${marker}")</script>`, marker, new Set());
  expect(html).not.toContain(marker);
  expect(hashes).toEqual([hashOf('push("")')]);
});

it("admits the scripts of pages that the build rendered", () => {
  expect(
    admitScripts("<script>built()</script><script>other()</script>", marker, new Set([hashOf("built()")])).hashes,
  ).toEqual([hashOf("built()")]);
});

it("forbids frames, plugins, foreign bases and inline scripts, and lets forms lead to the providers only", () => {
  const policy = pagePolicy(
    { url: "https://framewise.example", formTargets: ["https://github.com"] },
    { scripts: ["'sha256-x'"] },
  );
  for (const rule of [
    "default-src 'self'",
    "script-src 'self' 'sha256-x'",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "form-action 'self' https://github.com",
    "upgrade-insecure-requests",
  ])
    expect(policy.split("; ")).toContain(rule);
  expect(policy).not.toMatch(/script-src[^;]*unsafe/);
});
