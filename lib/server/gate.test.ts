import { expect, it, vi } from "vitest";
import { createGate } from "./gate.mjs";

type Answer = Awaited<ReturnType<ReturnType<typeof createGate>["enter"]>>;
const here = new AbortController().signal;
const leaveOf = (answer: Answer) =>
  "leave" in answer ? answer.leave : expect.fail(`refused: ${JSON.stringify(answer)}`);
const settled = async (promise: Promise<unknown>) => {
  let done = false;
  void promise.then(() => (done = true));
  await new Promise((resolve) => setImmediate(resolve));
  return done;
};

it("a network may have so much in a time, and is told when to come again; what was kept costs nothing", async () => {
  const gate = createGate({ points: 10, rest: 0 });
  const ask = async (network: string, cost: number, wasKept = false) => {
    const answer = await gate.enter(network, cost, here);
    if ("leave" in answer) answer.leave(wasKept);
    return "status" in answer ? answer.status : 200;
  };
  for (let n = 0; n < 40; n += 1) expect(await ask("a", 4, true)).toBe(200);
  expect([await ask("a", 4), await ask("a", 4), await ask("a", 4)]).toEqual([200, 200, 429]);
  expect(await gate.enter("a", 4, here)).toEqual({ status: 429, seconds: expect.any(Number) });
  expect(await ask("b", 4)).toBe(200);
  // The API counts by itself.
  for (let n = 0; n < 40; n += 1) expect(await ask("c", 0)).toBe(200);
});

it("one is made at a time, each network in turn, and those who wait for too many are sent away", async () => {
  const gate = createGate({ points: 1_000, rest: 0, waiting: 5, waitingOfOne: 3 });
  const first = leaveOf(await gate.enter("a", 1, here));
  const order: string[] = [];
  const wait = (network: string, name: string) =>
    gate.enter(network, 1, here).then((answer) => {
      order.push("status" in answer ? `${name} ${answer.status}` : name);
      return answer;
    });
  const waiting = [
    wait("a", "a1"),
    wait("a", "a2"),
    wait("a", "a3"),
    wait("a", "a4"),
    wait("b", "b1"),
    wait("c", "c1"),
    wait("d", "d1"),
  ];
  await waiting[3];
  await waiting[6];
  expect(order).toEqual(["a4 503", "d1 503"]);
  let leave = first;
  for (let n = 0; n < 5; n += 1) {
    const before = order.length;
    leave(false);
    await vi.waitFor(() => expect(order).toHaveLength(before + 1));
    const index = ["a1", "a2", "a3", "", "b1", "c1"].indexOf(order.at(-1) ?? "");
    leave = leaveOf((await waiting[index]) as Answer);
  }
  expect(order.slice(2)).toEqual(["a1", "b1", "c1", "a2", "a3"]);
});

it("it rests as long as the making took, and a making that hangs keeps nobody for ever", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
  try {
    const gate = createGate({ longest: 8_000, patience: 60_000 });
    const leave = leaveOf(await gate.enter("a", 1, here));
    const second = gate.enter("b", 1, here);
    expect(await settled(second)).toBe(false);
    vi.advanceTimersByTime(100);
    leave(false);
    vi.advanceTimersByTime(99);
    expect(await settled(second)).toBe(false);
    vi.advanceTimersByTime(1);
    expect(await settled(second)).toBe(true);
    const third = gate.enter("c", 1, here);
    expect(await settled(third)).toBe(false);
    vi.advanceTimersByTime(15_999);
    expect(await settled(third)).toBe(false);
    vi.advanceTimersByTime(1);
    expect(await settled(third)).toBe(true);
  } finally {
    vi.useRealTimers();
  }
});

it("whoever goes away, or waited long enough, takes nobody's turn", async () => {
  const gate = createGate({ rest: 0, patience: 50 });
  const leave = leaveOf(await gate.enter("a", 1, here));
  const gone = new AbortController();
  const away = gate.enter("b", 1, gone.signal);
  const patient = gate.enter("c", 1, here);
  gone.abort();
  expect(await away).toMatchObject({ status: 503 });
  expect(await patient).toMatchObject({ status: 503 });
  leave(false);
  leaveOf(await gate.enter("d", 1, here));
});
