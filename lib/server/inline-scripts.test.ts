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
