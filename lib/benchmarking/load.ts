import { execFile, fork } from "node:child_process";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { promisify } from "node:util";
import autocannon from "autocannon";

const execute = promisify(execFile);
/** Connections that are kept alive, each with one request at a time. */
const connections = 64;
const accept = { "accept-encoding": "br" };

export interface Rate {
  /** Requests per second, mean over the run. */
  perSecond: number;
  /** Milliseconds. */
  p99: number;
  failed: number;
}

/** Requests to one address for some seconds: by wrk where it is installed, which costs least, else by autocannon. */
export async function load(url: string, seconds = 6): Promise<Rate> {
  return (await byWrk(url, seconds)) ?? byAutocannon(url, seconds);
}

async function byAutocannon(url: string, seconds: number): Promise<Rate> {
  const result = await autocannon({ url, connections, duration: seconds, workers: 1, headers: accept });
  return {
    perSecond: result.requests.average,
    p99: result.latency.p99,
    failed: result.errors + result.timeouts + result.non2xx,
  };
}

async function byWrk(url: string, seconds: number): Promise<Rate | null> {
  const how = ["-t1", `-c${connections}`, `-d${seconds}s`, "--latency", "-H", "Accept-Encoding: br", url];
  const done = await execute("wrk", how).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw error;
  });
  if (done === null) return null;
  const [, p99 = "", unit = ""] = /99%\s+([\d.]+)(us|ms|s)/.exec(done.stdout) ?? [];
  const failed = [
    ...(/Socket errors: connect (\d+), read (\d+), write (\d+), timeout (\d+)/.exec(done.stdout)?.slice(1) ?? []),
    ...(/Non-2xx or 3xx responses: (\d+)/.exec(done.stdout)?.slice(1) ?? []),
  ];
  return {
    perSecond: Number(/Requests\/sec:\s+([\d.]+)/.exec(done.stdout)?.[1]),
    p99: Number(p99) * { us: 0.001, ms: 1, s: 1_000 }[unit as "us" | "ms" | "s"],
    failed: failed.reduce((sum, count) => sum + Number(count), 0),
  };
}

/** Starts a bare server beside us that sends what an address sends. */
async function mirror(url: string): Promise<{ url: string; close: () => void }> {
  const child = fork(path.join(import.meta.dirname, "bare-server.mjs"), [url, accept["accept-encoding"]], {
    execArgv: [],
  });
  const { port } = await new Promise<AddressInfo>((resolve, reject) => {
    child.once("message", (message) => resolve(message as AddressInfo));
    child.once("exit", (code) => reject(new Error(`The bare server ended with ${code}`)));
  });
  return { url: `http://127.0.0.1:${port}/`, close: () => child.kill() };
}

export interface Pair {
  ours: Rate;
  bare: Rate;
  /** Of rounds in turn: ours to bare, in each. */
  shares: number[];
}

/** Our server and a bare one with the same bytes in turn, some rounds: what else the machine does meets both. */
export async function paired(url: string, rounds = 3, seconds = 3): Promise<Pair> {
  const bare = await mirror(url);
  try {
    const pairs = [];
    for (let round = 0; round < rounds; round += 1)
      pairs.push({ ours: await load(url, seconds), bare: await load(bare.url, seconds) });
    return {
      ours: middle(pairs.map(({ ours }) => ours)),
      bare: middle(pairs.map((pair) => pair.bare)),
      shares: pairs.map((pair) => pair.ours.perSecond / pair.bare.perSecond),
    };
  } finally {
    bare.close();
  }
}

const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const middle = (rates: Rate[]): Rate => ({
  perSecond: median(rates.map(({ perSecond }) => perSecond)),
  p99: median(rates.map(({ p99 }) => p99)),
  failed: rates.reduce((sum, { failed }) => sum + failed, 0),
});

/** A pair in a line. */
export function pairLine(name: string, { ours, bare, shares }: Pair): string {
  const percent = (share: number) => `${Math.round(share * 100)} %`;
  const spread = `${percent(Math.min(...shares))} to ${percent(Math.max(...shares))}`;
  return `${name.padEnd(22)} ${Math.round(ours.perSecond)}/s, p99 ${ours.p99.toFixed(1)} ms, ${ours.failed} failed; bare ${Math.round(bare.perSecond)}/s, p99 ${bare.p99.toFixed(1)} ms → ${percent(median(shares))} (${spread}), p99 ${(ours.p99 / bare.p99).toFixed(1)} ×`;
}
