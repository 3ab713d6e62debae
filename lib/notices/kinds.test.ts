import { expect, it } from "vitest";
import { z } from "zod";
import { defineChange } from "./kind.ts";

const whole = {
  detail: z.object({ was: z.string() }),
  ahead: false,
  async *look() {},
  tell: ({ was }: { was: string }) => ({ title: was, text: "", path: "/" }),
};

it("a kind that isn't found, or of which nothing is said, is a type error", () => {
  const { look: _look, ...neverFound } = whole;
  const { tell: _tell, ...silent } = whole;
  // @ts-expect-error nobody looks for it
  defineChange(neverFound);
  // @ts-expect-error nobody is told
  defineChange(silent);
  expect(defineChange(whole).tell({ was: "old" }, { slug: "", name: "" })?.title).toBe("old");
});
