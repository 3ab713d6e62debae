import { expect, it } from "vitest";
import { told } from "./log.mjs";

it("what a database says of a row stays out of the log", () => {
  const error = Object.assign(new Error("duplicate key value violates unique constraint"), {
    code: "23505",
    detail: "Key (email)=(someone@example.org) already exists.",
  });
  expect(told(error)).toMatchObject({ type: "Error", code: "23505", message: expect.stringContaining("unique") });
  expect(JSON.stringify(told(error))).not.toContain("someone@");
});

it("what a client says of its arguments stays out of it, and where it happened stays in", () => {
  const error = new Error(
    'Invalid `create()` invocation:\n{ data: { email: "someone@example.org" } }\nArgument missing.',
  );
  const { message, stack } = told(error) as { message: string; stack: string };
  expect(message).toBe("Argument missing.");
  expect(stack).toContain("log.test.ts");
  expect(stack).not.toContain("someone@");
});

it("what was thrown and is no error is told by its type alone", () => {
  expect(told("someone@example.org")).toEqual({ message: "string" });
});
