import { expect, it } from "vitest";
import * as schema from "./schema.ts";

it("reads an address in the one form that it is stored in", () => {
  expect(schema.email.parse("  Grace.Hopper@Example.ORG ")).toBe("grace.hopper@example.org");
  for (const bad of [
    "",
    " ",
    "x",
    "a@b",
    "@example.org",
    "a b@example.org",
    "a@example.org, b@example.org",
    "a@example.org\nBcc: b@example.org",
    "<a@example.org>",
    `${"a".repeat(250)}@example.org`,
    "a@example.org\u0000",
  ])
    expect(schema.email.safeParse(bad).success, bad).toBe(false);
});

it("reads a domain of any script in its ASCII form, whichever of the two a browser sends", () => {
  expect(schema.email.parse("user@München.example")).toBe("user@xn--mnchen-3ya.example");
  expect(schema.email.parse("user@xn--mnchen-3ya.example")).toBe("user@xn--mnchen-3ya.example");
  expect(schema.email.parse("a@пример.рф")).toBe("a@xn--e1afmkfd.xn--p1ai");
  // What looks like another domain is never taken for it.
  expect(schema.email.parse("a@ex\u0430mple.org")).toBe("a@xn--exmple-4nf.org");
  for (const bad of ["ä@example.org", "a@mün chen.example", "a@münchen", "a@\u202eexample.org", "münchen.example"])
    expect(schema.email.safeParse(bad).success, bad).toBe(false);
});

it("cleans a name of what can't be seen, and keeps every script", () => {
  expect(schema.name.parse("  Ada \u202e  Lovelace\u0000 ")).toBe("Ada Lovelace");
  expect(schema.name.parse("Ñandú 雨 مريم 🦊")).toBe("Ñandú 雨 مريم 🦊");
  for (const bad of ["", "   ", "\u200b\u2060", "x".repeat(81)]) expect(schema.name.safeParse(bad).success).toBe(false);
});

it("refuses a name that is an address, or covers the lines beside it, and takes one that only has dots", () => {
  for (const bad of [
    "Your account is blocked: verify at https://evil.example/verify now.",
    "verify at evil.example",
    "me@evil.example",
    "\u3164",
    `Z${"\u0337".repeat(20)}algo`,
  ])
    expect(schema.name.safeParse(bad).success, bad).toBe(false);
  for (const good of ["J.R.R. Tolkien", "Node.js fan", "ශ්‍රී"]) expect(schema.name.parse(good)).toBe(good);
});

it("takes only whole tokens", () => {
  expect(schema.token.safeParse("a".repeat(43)).success).toBe(true);
  for (const bad of ["", "a".repeat(42), "a".repeat(44), `${"a".repeat(42)}'`, undefined])
    expect(schema.token.safeParse(bad).success).toBe(false);
});
