import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { keepServing } from "./server.ts";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"] });
  vi.spyOn(console, "error").mockImplementation(() => {});
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** Servers of which each lives as long as it is said, in milliseconds. */
function servers(...lives: number[]) {
  const started: number[] = [];
  const start = () => {
    const life = lives[started.length] ?? 0;
    started.push(life);
    return { exited: Promise.resolve(137).then((code) => (vi.setSystemTime(Date.now() + life), code)) };
  };
  return { start, started };
}

it("starts a server again that ended by itself, as often as it lived a while", async () => {
  const { start, started } = servers(60_000, 60_000, 60_000, 60_000, 60_000, 60_000, 60_000);
  await keepServing(start(), start, () => started.length === 7);
  expect(started).toHaveLength(7);
});

it("gives up, in words, on a server that ends at once five times in a row", async () => {
  const { start, started } = servers(60_000, 1, 1, 1, 1, 1, 1, 1);
  await expect(keepServing(start(), start, () => false)).rejects.toThrow("The server ended by itself (code 137).");
  expect(started).toEqual([60_000, 1, 1, 1, 1]);
});

it("starts nothing once we are stopping", async () => {
  const { start, started } = servers(60_000);
  await keepServing(start(), start, () => true);
  expect(started).toHaveLength(1);
});
