import { expect, it } from "vitest";
import { flipWords } from "./flip-words.ts";
import { exactPercent } from "./percent.ts";

it("what is there but rounds to nothing or to all says so, at any number of digits", () => {
  expect([0, 0.0004, 0.123, 0.9996, 1].map((part) => exactPercent(part))).toEqual([
    "0.0 %",
    "<0.1 %",
    "12.3 %",
    ">99.9 %",
    "100.0 %",
  ]);
  expect([0.00004, 0.0004, 0.12345].map((part) => exactPercent(part, 2))).toEqual(["<0.01 %", "0.04 %", "12.35 %"]);
});

it("a share and the flip points beside it read as different numbers", () => {
  const gin = { at: 0.0824, name: "Gin" };
  expect(flipWords(0.0821, { below: null, above: gin })).toEqual({ now: "8.21 %", said: "over 8.24 % Gin would lead" });
  expect(flipWords(0.0721, { below: { at: 0.01, name: "Koa" }, above: gin })).toEqual({
    now: "7.2 %",
    said: "under 1.0 % Koa would lead, over 8.2 % Gin would lead",
  });
  expect(flipWords(0.0824, { below: null, above: gin }).now).toBe("8.2400 %");
  expect(flipWords(0.1, { below: null, above: null }).said).toBeNull();
});
