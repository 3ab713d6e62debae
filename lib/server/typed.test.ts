import { expect, it } from "vitest";
import { multipart } from "../testing/raw.ts";
import { backToForm, typedFields } from "./typed.mjs";

const show = (fields: [string, string][]) => {
  const { body, type } = multipart(fields);
  return typedFields(Buffer.from(body), type);
};

it("shows what was typed, escaped, and nothing that is secret or carried along", async () => {
  const html = await show([
    ["$ACTION_REF_1", ""],
    ["$ACTION_1:0", '{"id":"60"}'],
    ["once", "0123456789abcdef"],
    ["password", "lantern moss"],
    ["newPassword", "lantern moss"],
    ["token", "t".repeat(43)],
    ["list", "6f1f9bb5-9d6e-4d2c-8e3e-0e0f3c1d2b4a"],
    ["empty", " "],
    ["text", "</textarea><script>alert(1)</script> & \"quoted\" 'so'\nsecond line"],
    ["na'me<", "x"],
  ]);
  expect(html).toContain(
    "\n&#60;/textarea&#62;&#60;script&#62;alert(1)&#60;/script&#62; &#38; &#34;quoted&#34; &#39;so&#39;\nsecond line</textarea>",
  );
  expect(html.match(/<textarea/g)).toHaveLength(2);
  expect(html).not.toMatch(/lantern|ttttt|ACTION|0123456789|6f1f9bb5|<script/);
});

it("shows nothing of what is no form", async () => {
  expect(await typedFields(Buffer.from("[1]"), "text/plain")).toBe("");
  expect(await typedFields(Buffer.from("--b\r\nbroken"), "multipart/form-data; boundary=b")).toBe("");
  expect(await show([["password", "x"]])).toBe("");
});

it("leads back on this site only", () => {
  expect(backToForm("/frameworks/koa/suggest?kind=claim&claim=1")).toContain(
    'href="/frameworks/koa/suggest?kind=claim&#38;claim=1"',
  );
  for (const url of ["//evil.example/x", "/\\evil.example/x", "///evil.example/x"])
    expect(backToForm(url)).toContain('href="/evil.example/x"');
  expect(backToForm('/"onclick="x')).not.toContain('"onclick');
});
