import { expect, it } from "vitest";
import { isAnswer, typed, untouched } from "./form-state.ts";

it("an answer of ours is told from whatever else comes back from a request", () => {
  for (const status of ["refused", "done"] as const) expect(isAnswer({ ...untouched, status, attempt: 1 })).toBe(true);
  const others = [undefined, null, "", "done", 0, [], {}, { status: "done" }, { ...untouched, status: "error" }];
  for (const other of [...others, { ...untouched, status: "done", errors: null }, { ...untouched, status: "idle" }])
    expect(isAnswer(other), JSON.stringify(other)).toBe(false);
});

it("what goes back into a form has no secret in it, and is not endless", () => {
  const form = { name: "Ada", password: "p", newPassword: "p", token: "t", once: "k", $ACTION_KEY: "k" };
  expect(typed(form)).toEqual({ name: "Ada" });
  expect(typed({ long: "a".repeat(20_000), short: "b" })).toEqual({});
});
