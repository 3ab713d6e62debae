// Beside a temporary cluster (lib/process/temporary.ts): when whoever started it is gone, its server ends and its folder goes.
import { once } from "node:events";
import fs from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { runningIn } from "./running.mjs";

const folder = process.argv[2] ?? "";
const data = path.join(folder, "postgres");

for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) process.on(signal, () => {});
process.stdin.resume();
await once(process.stdin, "close");
// Nothing of it is kept, so it needs no orderly end. One that was just being started may need a moment to be seen.
for (let quiet = 0; quiet < 5 && fs.existsSync(data); quiet += 1) {
  const server = runningIn(data);
  if (server) {
    process.kill(server.pid, "SIGQUIT");
    quiet = 0;
  }
  await pause(100);
}
fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
