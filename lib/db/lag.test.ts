import { expect, it } from "vitest";
import { lagMeter } from "./lag.ts";

it("a replica that has replayed all that the primary was seen at lacks nothing", () => {
  const meter = lagMeter();
  expect(meter.behind(5n, 0)).toBe(0);
  meter.primary(100n, 1_000);
  expect([meter.behind(100n, 1_200), meter.behind(130n, 9_000)]).toEqual([0, 0]);
});

it("one that lacks something lacks all since the primary was last seen where it is now", () => {
  const meter = lagMeter();
  for (const [position, at] of [
    [100n, 0],
    [200n, 5_000],
    [300n, 10_000],
  ] as const)
    meter.primary(position, at);
  expect(meter.behind(250n, 11_000)).toBe(6_000);
  expect(meter.behind(100n, 11_000)).toBe(11_000);
  // Cut off from the primary it stays where it is, and falls behind with the time.
  meter.primary(400n, 60_000);
  expect(meter.behind(250n, 60_000)).toBe(55_000);
});

it("one that is further behind than anybody looked counts as endlessly so", () => {
  const meter = lagMeter();
  for (let time = 0; time < 100; time += 1) meter.primary(BigInt(time), time * 5_000);
  expect(meter.behind(5n, 500_000)).toBe(Number.POSITIVE_INFINITY);
});
