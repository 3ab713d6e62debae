import { expect, it } from "vitest";
import { confirmedText } from "./summary.ts";

it("says of claims of which none was verified that, and not that none is true", () => {
  expect(confirmedText({ confirmed: 12, contested: 2, claims: 18 })).toBe("12 of 18");
  expect(confirmedText({ confirmed: 0, contested: 0, claims: 18 })).toBe("none of 18 verified");
  expect(confirmedText({ confirmed: 0, contested: 3, claims: 18 })).toBe("none of 18 verified, 3 contested");
  expect(confirmedText({ confirmed: 0, contested: 0, claims: 0 })).toBe("no claims");
});
