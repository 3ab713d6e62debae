import type { AddressInfo } from "node:net";
import net from "node:net";

/** A network between a program and its database, and what may become of it. */
export interface Proxy {
  /** The database's address through it. */
  url: string;
  /** How many were made so far. */
  connections: () => number;
  /** Keeps what is open open, and lets nothing through any more; new connections work. */
  swallow: () => void;
  /** The same for every connection to come, until `thaw`. */
  freeze: () => void;
  thaw: () => void;
  /** Breaks what is open, and takes nothing new until `reopen`. */
  shut: () => void;
  reopen: () => Promise<void>;
}

/** Stands between a program and the database at `target`. */
export async function startProxy(target: string): Promise<Proxy> {
  const { hostname, port } = new URL(target);
  const open = new Map<net.Socket, { silent: boolean }>();
  let frozen = false;
  let connections = 0;
  const make = () =>
    net.createServer((near) => {
      connections += 1;
      const far = net.connect(Number(port), hostname);
      const line = { silent: frozen };
      for (const [socket, other] of [
        [near, far],
        [far, near],
      ] as const) {
        open.set(socket, line);
        socket.on("data", (chunk) => line.silent || other.write(chunk));
        socket.on("error", () => {});
        socket.on("close", () => {
          open.delete(socket);
          if (!line.silent) other.destroy();
        });
      }
    });
  let server = make();
  const listen = (at: number) => new Promise<void>((resolve) => server.listen(at, "127.0.0.1", resolve));
  await listen(0);
  const own = (server.address() as AddressInfo).port;
  const url = new URL(target);
  url.port = String(own);
  const swallow = () => {
    for (const line of open.values()) line.silent = true;
  };
  return {
    url: url.href,
    connections: () => connections,
    swallow,
    freeze: () => {
      frozen = true;
      swallow();
    },
    thaw: () => {
      frozen = false;
    },
    shut: () => {
      server.close();
      for (const socket of open.keys()) socket.destroy();
    },
    reopen: async () => {
      server = make();
      await listen(own);
    },
  };
}
