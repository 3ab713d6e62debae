import { expect, it } from "vitest";
import { connect } from "../db/client.ts";
import { UtcClient } from "../db/pool.ts";
import { freshDatabase } from "../testing/database.ts";

/** How many statements wait within the driver, as it counts them before it warns. */
const queued = (client: UtcClient) => (client as unknown as { _queryQueue: unknown[] })._queryQueue.length;

it("one connection is asked one thing after the other, in order, and goes on after what fails", async () => {
  const client = new UtcClient({ connectionString: await freshDatabase() });
  await client.connect();
  const ask = (statement: string) => {
    const asked = client.query<{ n: number }>(statement);
    expect(queued(client)).toBe(0);
    return asked.then(
      ({ rows }) => rows[0]?.n,
      (error: { code: string }) => error.code,
    );
  };
  const all = ["SELECT 1 AS n, pg_sleep(0.05)", "SELECT 2 AS n", "SELECT 1 / 0", "SELECT 4 AS n", "SELECT 5 AS n"];
  expect(await Promise.all(all.map(ask))).toEqual([1, 2, "22012", 4, 5]);
  expect(await ask("SELECT 6 AS n")).toBe(6);
  await client.end();
});

it("relations that are read at once within a transaction make the driver warn of nothing", async () => {
  const warnings: string[] = [];
  const hear = ({ message }: Error) => void warnings.push(message);
  process.prependListener("warning", hear);
  const prisma = connect(await freshDatabase());
  const found = await prisma.$transaction(async (tx) => {
    const { id } = await tx.person.create({ data: { name: "Ada", email: "ada@example.org" } });
    const include = { votes: true, ratings: true, sessions: true, links: true };
    return tx.person.findUnique({ where: { id }, include });
  });
  await prisma.$disconnect();
  process.off("warning", hear);
  expect(found).toMatchObject({ name: "Ada", votes: [], ratings: [], sessions: [], links: [] });
  expect(warnings).toEqual([]);
});
