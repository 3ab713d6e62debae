import { expect, it } from "vitest";
import { dayOf, minuteOf } from "./dates.ts";

it("says days and minutes in UTC, and midnight as 00", () => {
  expect(dayOf("2026-11-21T00:05:00Z")).toBe("Nov 21, 2026");
  expect(dayOf("2026-11-21T23:55:00Z")).toBe("Nov 21, 2026");
  expect(minuteOf("2026-11-21T00:05:00Z")).toBe("Nov 21, 2026, 00:05 UTC");
  expect(minuteOf("2026-11-21T16:05:00Z")).toBe("Nov 21, 2026, 16:05 UTC");
});
