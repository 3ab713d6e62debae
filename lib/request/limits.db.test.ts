import { beforeAll, expect, it } from "vitest";
import { query } from "../process/postgres.ts";
import { freshDatabase } from "../testing/database.ts";
import { count, forget } from "./limits.ts";

let url = "";
beforeAll(async () => {
  url = await freshDatabase();
  process.env.DATABASE_URL = url;
});

it("counts exactly under concurrency, apart for every key, and says when to try again", async () => {
  const limit = { name: "sign-in of an account from an address", key: "a@example.org" } as const;
  const results = await Promise.allSettled(Array.from({ length: 64 }, () => count([limit])));
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(10);
  const refused = results.find((result) => result.status === "rejected");
  expect(refused).toMatchObject({ reason: { status: 429 } });
  const { retryAfter, message } = (refused as PromiseRejectedResult).reason as { retryAfter: number; message: string };
  expect(retryAfter).toBeGreaterThan(890);
  expect(message).toBe("That was too often. Try again in 15 minutes.");
  await count([{ ...limit, key: "b@example.org" }]);
  await count([{ name: "mail to an account", key: "a@example.org" }]);
});

it("starts anew once it is forgotten, or its time is over", async () => {
  const limit = { name: "mail to an account", key: "c@example.org" } as const;
  for (let tries = 0; tries < 5; tries += 1) await count([limit]);
  await expect(count([limit])).rejects.toMatchObject({ status: 429 });
  await forget(limit);
  await count([limit]);
  for (let tries = 0; tries < 4; tries += 1) await count([limit]);
  await expect(count([limit])).rejects.toMatchObject({ status: 429 });
  await query(url, "UPDATE rate_limit SET expire = expire - 3600000");
  await count([limit]);
});

it("keeps no address: only hashes", async () => {
  await count([{ name: "sign-in from an address", key: "203.0.113.9" }]);
  const dump = JSON.stringify(await query(url, "SELECT key FROM rate_limit"));
  expect(dump).not.toContain("203.0.113.9");
  expect(dump).not.toContain("example.org");
});
