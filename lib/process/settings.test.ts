import { expect, it } from "vitest";
import { readSettings } from "./settings.ts";

it("the site has a host of its own: an address with a path, or of another kind, is refused in words", () => {
  const read = (SITE_URL: string) => readSettings(3000, { SITE_URL, NEXTAUTH_SECRET: "a secret of the tests" });
  expect(read("https://framewise.example/").SITE_URL).toBe("https://framewise.example");
  expect(() => read("https://example.org/framewise")).toThrow("must not have a path");
  for (const odd of ["ftp://framewise.example", "framewise.example", "javascript:alert(1)"])
    expect(() => read(odd), odd).toThrow("SITE_URL is not an address");
});
