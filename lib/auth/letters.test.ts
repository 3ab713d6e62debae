import { expect, it } from "vitest";
import { letters } from "./letters.ts";

it("a letter to an address that isn't proven is made of its address and a token alone: nothing that anybody typed", () => {
  process.env.SITE_URL = "http://localhost:3000";
  const { notice: _toProven, emailChanged: _toOld, ...toAnybody } = letters;
  for (const [kind, write] of Object.entries(toAnybody)) {
    expect(write.length, kind).toBe(2);
    const { text, html, subject } = write("somebody@example.org", "t".repeat(43));
    // Even its own address only stands where it is sent to.
    for (const part of [text, html, subject]) expect(part, kind).not.toContain("somebody");
  }
});
