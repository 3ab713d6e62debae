import path from "node:path";
import { defineConfig } from "vitest/config";

const root = path.resolve(import.meta.dirname, "..");
const stub = (name: string) => path.join(root, "lib", "testing", name);

/** Unit tests are pure and quick; database tests (`*.db.test.ts`) get a real PostgreSQL (lib/testing/cluster.ts). */
export default defineConfig({
  root,
  resolve: {
    alias: { "server-only": stub("empty.ts"), "next/cache": stub("next-cache.ts"), "@": root },
  },
  test: {
    projects: [
      { extends: true, test: { name: "unit", include: ["lib/**/*.test.ts"], exclude: ["lib/**/*.db.test.ts"] } },
      {
        extends: true,
        test: {
          name: "database",
          include: ["lib/**/*.db.test.ts"],
          globalSetup: [path.join(root, "lib/testing/cluster.ts")],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
