import { expect, it } from "vitest";
import { cookieProof } from "./cookie-proof.mjs";

const get = (url: string, cookie?: string) => cookieProof({ method: "GET", url, headers: { cookie } }, false);

it("a browser without cookies gets one on the pages that sign in, and on no other", () => {
  for (const url of [
    "/sign-in",
    "/sign-in?next=%2F",
    "/sign-in/link?token=x",
    "/sign-up/confirm",
    "/reset/confirm?token=x",
  ])
    expect(get(url), url).toBe("framewise-cookies=1; Path=/; HttpOnly; SameSite=Lax");
  for (const url of ["/", "/frameworks", "/sign-inx", "/account", "/api/v1/frameworks"])
    expect(get(url), url).toBeNull();
  expect(get("/sign-in", "framewise-saved=koa")).toBeNull();
  expect(cookieProof({ method: "POST", url: "/sign-in", headers: {} }, false)).toBeNull();
  expect(cookieProof({ method: "GET", url: "/sign-in", headers: {} }, true)).toContain("; Secure");
});
