import { spawn } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";

/** nginx where it is installed; null elsewhere. */
export const findNginx = (): string | null =>
  ["/usr/sbin", "/usr/local/sbin", "/usr/bin", "/usr/local/bin", "/opt/homebrew/bin"]
    .map((folder) => path.join(folder, "nginx"))
    .find((file) => fs.existsSync(file)) ?? null;

/** Whether a test that needs it must be skipped, which is said aloud. */
export function withoutNginx(): boolean {
  if (findNginx() !== null) return false;
  console.warn("SKIPPED: nginx is not installed, so nothing is tried behind it.");
  return true;
}

/**
 * The set-up of docs/deploy/nginx.conf on loopback: the file itself, with other ports and without TLS, which needs a
 * certificate; where pages are to be kept, with the lines that say so.
 */
export async function startNginx(
  port: number,
  instances: [number, number],
  { keeps = false } = {},
): Promise<{ stop: () => Promise<void> }> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "framewise-nginx-"));
  const [first = ""] = fs.readFileSync("docs/deploy/nginx.conf", "utf8").split(/^server \{\n {4}listen 80;/m);
  const site = first
    .replace("127.0.0.1:3001", `127.0.0.1:${instances[0]}`)
    .replace("127.0.0.1:3002", `127.0.0.1:${instances[1]}`)
    .replace("listen 443 ssl http2", `listen 127.0.0.1:${port}`)
    .replaceAll(/^ *ssl_.*$/gm, "")
    .replaceAll(/^( *)# include \/etc\/nginx\/framewise\//gm, (line, space: string) =>
      keeps ? `${space}include ${folder}/` : line,
    );
  for (const name of ["nginx-cache.conf", "nginx-cache-location.conf"])
    fs.writeFileSync(
      path.join(folder, name),
      fs.readFileSync(`docs/deploy/${name}`, "utf8").replace("/var/cache/nginx/framewise", `${folder}/kept`),
    );
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
    .map((name) => `${name}_temp_path ${folder}/${name};`)
    .join(" ");
  const lines = [
    "worker_processes 1;",
    `pid ${folder}/pid;`,
    "events { worker_connections 1024; }",
    `http { access_log off; ${temporary}`,
    site,
    "}",
  ];
  fs.writeFileSync(path.join(folder, "nginx.conf"), lines.join("\n"));
  // Its workers run as somebody without rights.
  fs.chmodSync(folder, 0o755);
  const child = spawn(findNginx() ?? "", ["-p", folder, "-e", "stderr", "-c", "nginx.conf", "-g", "daemon off;"], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  const stop = async () => {
    child.kill("SIGTERM");
    await ended;
    fs.rmSync(folder, { recursive: true, force: true });
  };
  for (let attempt = 1; ; attempt += 1) {
    try {
      await fetch(`http://127.0.0.1:${port}/healthz`);
      return { stop };
    } catch (error) {
      if (attempt === 50 || child.exitCode !== null) {
        await stop();
        throw error;
      }
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
