import { expect, it } from "vitest";
import { z } from "zod";
import { defineChange } from "./kind.ts";

const detail = z.object({ was: z.string() });
async function* look() {}
const tell = ({ was }: z.output<typeof detail>) => ({ title: was, text: "", path: "/" });
const write = ({ was }: z.output<typeof detail>) => `It was ${was}.`;
const whole = { detail, ahead: false, history: true, together: false, look, tell, write };

it("a kind that isn't found, or of which nothing is said, is a type error", () => {
  const { look: _look, ...unfound } = whole;
  const { tell: _tell, ...untold } = whole;
  const { write: _write, ...unwritten } = whole;
  // @ts-expect-error nobody looks for it
  defineChange(unfound);
  // @ts-expect-error nobody is told
  defineChange(untold);
  // @ts-expect-error a letter says nothing of it
  defineChange(unwritten);
  const kind = defineChange(whole);
  expect(kind.tell({ was: "old" }, { slug: "", name: "" })?.title).toBe("old");
  expect([kind.write({ was: "old" }), kind.write({ is: "new" })]).toEqual(["It was old.", null]);
});
