import { expect, it } from "vitest";
import { profileWords } from "./profile.ts";

it("puts a profile into words, and says when there is none", () => {
  expect(profileWords([4.91, 1.2, 3, null])).toBe(
    "Best: learning 4.9, batteries included 3.0; least: productivity 1.2",
  );
  expect(profileWords([null, 2])).toBe("productivity 2.0");
  expect(profileWords([null, null])).toBe("No scores");
});
