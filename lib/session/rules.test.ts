import { describe, expect, it } from "vitest";
import { safeReturn } from "../request/return-path.ts";
import { can } from "./permissions.ts";
import { demandedStepPath, isFresh, setUpPath, setUpSecondStep, signInPath } from "./rules.ts";

describe("a return address", () => {
  it("is a path of this site, with its query and fragment", () => {
    for (const path of ["/", "/account", "/frameworks?q=go&page=2", "/compare/django-vs-rails#support", "/a%20b"])
      expect(safeReturn(path)).toBe(path);
  });

  it("never leads off this site, whatever a browser makes of it", () => {
    for (const bad of [
      "https://evil.example",
      "//evil.example",
      "/\\evil.example",
      "\\\\evil.example",
      "/\t/evil.example",
      "/\n/evil.example",
      " /account",
      "javascript:alert(1)",
      "data:text/html,x",
      "/..//evil.example",
      "/.//evil.example",
      "evil.example",
      "",
      "/\u0000",
      `/${"a".repeat(3000)}`,
      null,
      undefined,
      7,
      {},
      ["/account"],
    ])
      expect(safeReturn(bad), JSON.stringify(bad)).toBeNull();
  });

  it("never leads back into signing in, or to what is no page", () => {
    for (const path of [
      "/sign-in",
      "/sign-in?next=/account",
      "/sign-up/confirm?token=x",
      "/api/me",
      "/reset",
      "/outbox",
    ])
      expect(safeReturn(path)).toBeNull();
  });

  it("travels in the sign-in page's address, and is left out where there is none", () => {
    expect(signInPath("/people?q=a&page=2")).toBe("/sign-in?next=%2Fpeople%3Fq%3Da%26page%3D2");
    expect(setUpPath(setUpSecondStep, "/moderation")).toBe("/account/second-step?needed=1&next=%2Fmoderation");
    expect(setUpPath(setUpSecondStep, null)).toBe("/account/second-step");
    expect(demandedStepPath("/moderation")).toBe("/account/second-step?needed=1&next=%2Fmoderation");
    expect(demandedStepPath(null)).toBe("/account/second-step?needed=1");
    expect(signInPath(null)).toBe("/sign-in");
    expect(signInPath("/account", true)).toBe("/sign-in?again=1&next=%2Faccount");
  });
});

it("a sign-in is fresh for 15 minutes", () => {
  const now = new Date("2026-11-21T12:00:00Z");
  expect(isFresh(new Date("2026-11-21T11:45:01Z"), now)).toBe(true);
  expect(isFresh(new Date("2026-11-21T11:45:00Z"), now)).toBe(false);
});

it("permissions follow from roles, and nobody has any without one", () => {
  expect(
    [null, { role: "member" }, { role: "moderator" }, { role: "admin" }].map((actor) =>
      can(actor as never, "people.manage"),
    ),
  ).toEqual([false, false, false, true]);
  expect(
    [null, { role: "member" }, { role: "moderator" }, { role: "admin" }].map((actor) =>
      can(actor as never, "claims.moderate"),
    ),
  ).toEqual([false, false, true, true]);
});
