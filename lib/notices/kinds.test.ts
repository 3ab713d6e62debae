import { expect, it } from "vitest";
import { z } from "zod";
import { defineChange } from "./kind.ts";

const detail = z.object({ was: z.string() });
async function* look() {}
const tell = ({ was }: z.output<typeof detail>) => ({ title: was, text: "", path: "/" });

it("a kind that isn't found, or of which nothing is said, is a type error", () => {
  // @ts-expect-error nobody looks for it
  defineChange({ detail, ahead: false, history: true, tell });
  // @ts-expect-error nobody is told
  defineChange({ detail, ahead: false, history: true, look });
  expect(
    defineChange({ detail, ahead: false, history: true, look, tell }).tell({ was: "old" }, { slug: "", name: "" })
      ?.title,
  ).toBe("old");
});
