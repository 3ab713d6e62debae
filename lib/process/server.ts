import { type ChildProcess, spawn } from "node:child_process";
import net from "node:net";
import path from "node:path";
import { Problem } from "./problem.ts";

/** Throws a `Problem` when something else listens on the port. */
export async function checkPort(port: number): Promise<void> {
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new Problem(`PORT must be a number from 1 to 65535.`);
  await new Promise<void>((resolve, reject) => {
    const server = net.createServer();
    server.once("error", (error: NodeJS.ErrnoException) =>
      reject(
        new Problem(
          error.code === "EADDRINUSE"
            ? `Port ${port} is taken by another program. Choose another, such as: PORT=${port + 1} npm start`
            : `Port ${port} can't be used: ${error.message}.`,
        ),
      ),
    );
    server.listen(port, () => server.close(() => resolve()));
  });
}

export interface Server {
  process: ChildProcess;
  exited: Promise<number>;
  stop: () => Promise<void>;
}

/**
 * Starts the Next server as a process group of its own, so that a Ctrl-C in the terminal reaches only us and the order
 * of stopping is ours. It follows its parent: killed or crashed, no server is left on the port.
 */
export function startServer(options: { port: number; dev?: boolean; env: Record<string, string> }): Server {
  const child = spawn(process.execPath, [path.join("lib", "server", "main.mjs")], {
    env: {
      ...process.env,
      ...options.env,
      PORT: String(options.port),
      NODE_ENV: options.dev ? "development" : "production",
    },
    stdio: ["ignore", options.dev ? "inherit" : "ignore", "inherit", "ipc"],
    detached: true,
  });
  const exited = new Promise<number>((resolve) => child.once("exit", (code) => resolve(code ?? 1)));
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill("SIGTERM");
    const timer = setTimeout(() => child.kill("SIGKILL"), 10_000);
    await exited;
    clearTimeout(timer);
  };
  return { process: child, exited, stop };
}

/** Waits until the server answers any request. Throws when it ends first or 60 seconds have passed. */
export async function whenReady(server: Server, address: string): Promise<void> {
  let ended = false;
  void server.exited.then(() => (ended = true));
  for (let waited = 0; waited < 60_000; waited += 100) {
    if (ended) throw new Problem("The server ended while starting; its message is above.");
    try {
      await fetch(`${address}/robots.txt`, { signal: AbortSignal.timeout(5_000) });
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  throw new Problem("The server did not answer within a minute.");
}

/** Milliseconds: a server that ends sooner, time after time, has a fault that starting again doesn't cure. */
const briefly = 10_000;

/**
 * Starts the server again whenever it ends by itself, until we are stopping. Throws a `Problem` when it ended soon after its
 * start five times in a row, or when there is no way to start it again.
 */
export async function keepServing(
  first: Pick<Server, "exited">,
  start: (() => Pick<Server, "exited">) | null,
  stopping: () => boolean,
): Promise<void> {
  let failures = 0;
  for (let server = first; ; ) {
    const began = Date.now();
    const code = await server.exited;
    if (stopping()) return;
    failures = Date.now() - began < briefly ? failures + 1 : 1;
    if (!start || failures === 5) throw new Problem(`The server ended by itself (code ${code}).`);
    console.error(`The server ended by itself (code ${code}); it is started again.`);
    server = start();
  }
}
