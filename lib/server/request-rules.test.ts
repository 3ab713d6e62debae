import { expect, it } from "vitest";
import { refusal, refusalPage } from "./request-rules.mjs";

it("lets well-formed addresses pass, whatever their query holds", () => {
  for (const url of [
    "/",
    "/frameworks/laravel",
    "/frameworks?q=%",
    "/frameworks?q=%E0%A4%A",
    "/a%20b",
    "/%F0%9F%92%A9",
  ]) {
    expect(refusal("GET", url)).toBeNull();
  }
});

it("refuses a path that can't be decoded, or that decodes to a zero byte", () => {
  for (const url of ["/%", "/%E0%A4%A", "/x/%C0%AF", "/%u0041", "/%ED%A0%80", "/x%00y"])
    expect(refusal("GET", url)?.status).toBe(400);
});

it("refuses methods that nothing here answers, and endless addresses", () => {
  for (const method of ["TRACE", "PUT", "DELETE", "PATCH", "BREW", undefined])
    expect(refusal(method, "/")?.status).toBe(405);
  expect(refusal("GET", `/${"a".repeat(20_000)}`)?.status).toBe(414);
  expect(refusal("GET", undefined)?.status).toBe(414);
});

it("answers with a page that never repeats what was sent", () => {
  const refused = refusal("GET", "/%<script>");
  expect(refused && refusalPage(refused)).not.toContain("<script>");
});
