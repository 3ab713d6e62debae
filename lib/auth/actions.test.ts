import { expect, it, vi } from "vitest";
import { noteEvent } from "../events/mutations.ts";
import { untouched } from "../request/form-state.ts";
import { Refusal } from "../request/refusal.ts";
import { doSecondStepAction } from "./actions.ts";

vi.mock("next/headers", () => ({ headers: async () => new Headers({ "x-framewise-address": "198.51.100.7" }) }));
vi.mock("next/navigation", () => ({
  redirect: () => {
    throw new Error("redirected");
  },
}));
vi.mock("../events/mutations.ts", () => ({ noteEvent: vi.fn(async () => {}) }));
vi.mock("../request/limits.ts", () => ({ count: async () => {}, forget: async () => {} }));
vi.mock("../session/admit.ts", () => ({ admit: async () => ({ viewer: null, tooOften: null, rows: [] }) }));
vi.mock("../session/viewer.ts", () => ({
  getViewer: async () => null,
  getSessionToken: async () => null,
  getHalfViewer: async () => ({ personId: "ada", email: "ada@example.org", sessionId: "s" }),
}));
vi.mock("./second-step-mutations.ts", () => ({
  doSecondStep: async (_half: unknown, code: string) => {
    if (code !== "123456") throw new Refusal("This code is not the one of this moment.", { field: "code" });
  },
}));

it("a wrong code of the second step is noted as a wrong password is, and a right one isn't", async () => {
  const send = (code: string) => {
    const form = new FormData();
    form.set("code", code);
    return doSecondStepAction(untouched, form);
  };
  await expect(send("123456")).rejects.toThrow("redirected");
  expect(noteEvent).not.toHaveBeenCalled();
  expect(await send("000000")).toMatchObject({ status: "refused", errors: { code: expect.stringContaining("code") } });
  expect(vi.mocked(noteEvent).mock.calls).toEqual([
    ["sign-in-failed", { personId: "ada", address: "198.51.100.7", path: "/sign-in/second" }],
  ]);
});
