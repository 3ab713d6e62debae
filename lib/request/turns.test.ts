import { expect, it } from "vitest";
import { createTurns } from "./turns.ts";

it("lets so many run, so many wait, and sends the rest away; then there is room again", async () => {
  const inTurn = createTurns(2, 3, "busy");
  let active = 0;
  let most = 0;
  const work = () =>
    inTurn(async () => {
      active += 1;
      most = Math.max(most, active);
      await new Promise((resolve) => setTimeout(resolve, 5));
      active -= 1;
      return "done";
    }).catch((error: Error) => error.message);
  const answers = await Promise.all(Array.from({ length: 8 }, work));
  expect(answers.filter((answer) => answer === "done")).toHaveLength(5);
  expect(answers.filter((answer) => answer === "busy")).toHaveLength(3);
  expect(most).toBe(2);
  expect(await work()).toBe("done");
});

it("hands its place on when a work fails", async () => {
  const inTurn = createTurns(1, 1, "busy");
  const fails = inTurn(async () => {
    throw new Error("broken");
  }).catch((error: Error) => error.message);
  expect([await fails, await inTurn(async () => "done")]).toEqual(["broken", "done"]);
});
