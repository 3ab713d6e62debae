import path from "node:path";
import { defineConfig } from "vitest/config";

const root = path.resolve(import.meta.dirname, "..");
const stub = (name: string) => path.join(root, "lib", "testing", name);

/**
 * No machine of ours is in the zone of the people who install this, so no test runs in UTC: neither its process nor
 * the server that it talks to.
 */
const inZone = (name: string, process: string, server: string, include: string[]) => ({
  extends: true as const,
  test: {
    name,
    include,
    env: { TZ: process, SERVER_ZONE: server },
    globalSetup: [path.join(root, "lib/testing/cluster.ts")],
    setupFiles: [path.join(root, "lib/testing/driver-warnings.ts")],
  },
});
/** What lives by comparing times: run on both sides of UTC. */
const timed = ["lib/auth/accounts.db.test.ts", "lib/request/limits.db.test.ts", "lib/auth/zones.db.test.ts"];

/** Unit tests are pure and quick; database tests (`*.db.test.ts`) get a real PostgreSQL (lib/testing/cluster.ts). */
export default defineConfig({
  root,
  resolve: {
    alias: { "server-only": stub("empty.ts"), "next/cache": stub("next-cache.ts"), "@": root },
  },
  test: {
    // A busy machine may take ten times as long for ten thousand random cases; only what hangs is to fail by time.
    // Tests of the database wait more than they reckon, so two go at once on two processors, where the default is one.
    maxWorkers: 2,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["lib/**/*.test.ts"],
          exclude: ["lib/**/*.db.test.ts"],
          env: { TZ: "America/New_York" },
        },
      },
      inZone("database", "Pacific/Kiritimati", "America/New_York", ["lib/**/*.db.test.ts"]),
      inZone("east", "Europe/Berlin", "Pacific/Kiritimati", timed),
      inZone("west", "America/New_York", "Europe/Berlin", timed),
    ],
  },
});
