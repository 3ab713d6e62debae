import { expect, it } from "vitest";
import { isStacked, looksLikeAddress, oneLine, withoutControls } from "./written.ts";

it("a text keeps its lines, scripts and marks, and loses what turns or hides what stands beside it", () => {
  expect(withoutControls("A \u202egnp.exe\u202c claim\u2066 with \u2069controls\u0007\u009b")).toBe(
    "A gnp.exe claim with controls",
  );
  expect(withoutControls("seen\u{e0068}\u{e0069}\u{e007f}, half \ud800")).toBe("seen, half ");
  const plain = "One\r\n\ttwo\n\nශ්‍රී ලංකා · می‌خواهم · שלום\u200f! · 🏳️‍🌈 · a\u200bb · ẹ̃";
  expect(withoutControls(plain)).toBe(plain);
  expect(withoutControls("one\u2028two")).toBe("one\ntwo");
});

it("a name is one line of what can be seen, with the joiners that its script needs", () => {
  expect(oneLine("  Ada\t \u202e  Lovelace\u0000\n")).toBe("Ada Lovelace");
  for (const kept of ["ශ්‍රී", "می‌خواهم", "👩‍💻", "🏳️‍🌈", "👩🏽‍🚀", "葛\u{e0100}城", "Ñandú 雨 مريم 🦊", "D’Arcy-O'Neil"])
    expect(oneLine(kept)).toBe(kept);
  for (const empty of [
    "\u3164",
    "\u115f\u1160",
    "\uffa0\u3164",
    "\u2800",
    "\u200d\u200c",
    "\ufe0f",
    "\u00ad \u200b",
    "\u{e0041}",
  ])
    expect(oneLine(empty), JSON.stringify(empty)).toBe("");
  // A joiner that joins nothing would make two names that look the same.
  expect(oneLine("Ada\u200d")).toBe("Ada");
  expect(oneLine("\u200cAda \u200d Lovelace")).toBe("Ada Lovelace");
});

it("stacked marks are told from the accents of languages", () => {
  expect(isStacked(`Z${"\u0337\u0322\u0354".repeat(4)}algo`)).toBe(true);
  for (const fine of ["Ñandú", "Nguyễn Thị Ánh", "नमस्ते", "ศรีสุริโยทัย", "ẹ̃", "བརྩོན་འགྲུས", "שָׁלוֹם"])
    expect(isStacked(fine)).toBe(false);
});

it("addresses of pages and mailboxes are told from names, however they are written", () => {
  for (const address of [
    "Your account is blocked: verify at https://evil.example/verify now.",
    "verify at evil.example",
    "evil.example/verify",
    "EVIL.EXAMPLE",
    "ｅｖｉｌ．ｅｘａｍｐｌｅ",
    "evil。example",
    "evil.\u200bexample",
    "www.evil",
    "münchen.example",
    "пример.рф",
    "http:\\\\evil",
    "javascript:alert(1)",
    "mailto:me",
    "me@evil.example",
    "10.0.0.1",
  ])
    expect(looksLikeAddress(address), address).toBe(true);
  for (const name of [
    "Ada Lovelace",
    "J. R. R. Tolkien",
    "J.R.R. Tolkien",
    "Dr. Grace Hopper",
    "Node.js fan",
    "Martin @ home",
    "@grace",
    "Mr. 3.14",
    "Sammy Davis Jr.",
    "A/B",
    "Re: frameworks",
    "We the people. And you",
    "ශ්‍රී",
  ])
    expect(looksLikeAddress(name), name).toBe(false);
});
