import type { AddressInfo } from "node:net";
import net from "node:net";
import { beforeAll, expect, it } from "vitest";
import { connect } from "../db/client.ts";
import { isAway, isCutOff, isUniqueViolation } from "../db/errors.ts";
import { db, dbPool } from "../db/index.ts";
import { openPool } from "../db/pool.ts";
import { freshDatabase } from "../testing/database.ts";

let url = "";
beforeAll(async () => {
  url = await freshDatabase();
  process.env.DATABASE_URL = url;
  await dbPool().query(`
    CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN RAISE EXCEPTION 'no' USING ERRCODE = split_part(NEW.email, '@', 1); END $$;
    CREATE TRIGGER fail BEFORE INSERT ON person FOR EACH ROW WHEN (NEW.name = 'fails') EXECUTE FUNCTION fail()`);
});

const caught = (work: Promise<unknown>) =>
  work.then(
    () => {
      throw new Error("It didn't fail.");
    },
    (error: unknown) => error,
  );

/** The same failure as the driver tells it, as raw statements do, as a model does, and within a transaction. */
function failures(code: string): Promise<unknown>[] {
  const data = { name: "fails", email: `${code}@example.org` };
  const insert = `INSERT INTO person (name, email) VALUES ('${data.name}', '${data.email}')`;
  return [
    dbPool().query(insert),
    db().$executeRawUnsafe(insert),
    db().person.create({ data }),
    db().$transaction((tx) => tx.person.create({ data })),
    db().$transaction((tx) => tx.$executeRawUnsafe(insert)),
  ].map(caught);
}

// Starting, recovering; stopping; crashed; out of connections; a full disk; memory; a failing disk; a standby; lost; waiting.
it.each("57P03 57P01 57P02 53300 53100 53200 58030 25006 08006 08P01 55P03 57014 57P05".split(" "))(
  "%s is told as the database being away, whoever tells it",
  async (code) => {
    for (const error of await Promise.all(failures(code))) expect(isAway(error), String(error)).toBe(true);
  },
);

it.each([
  ["57P03", true],
  ["57P02", true],
  ["08006", true],
  ["57014", false],
  ["53300", true],
  ["53100", false],
])("that %s is told as being cut off from the database is %o", async (code, is) => {
  for (const error of await Promise.all(failures(code))) expect(isCutOff(error), String(error)).toBe(is);
});

it.each(["22012", "23514", "42P01", "40001", "P0001", "XX000"])("%s is a fault, not an absence", async (code) => {
  for (const error of await Promise.all(failures(code))) expect(isAway(error), String(error)).toBe(false);
});

it("what is there already is neither", async () => {
  const data = { name: "A", email: "a@example.org" };
  await db().person.create({ data });
  const error = await caught(db().person.create({ data }));
  expect([isUniqueViolation(error), isAway(error)]).toEqual([true, false]);
});

it("a server that is starting or recovering, and an address where none is, are away for every way of asking", async () => {
  const says = Buffer.from("SFATAL\0VFATAL\0C57P03\0Mthe database system is in recovery mode\0\0");
  const head = Buffer.alloc(5);
  head.write("E");
  head.writeInt32BE(says.length + 4, 1);
  const server = net.createServer((socket) => {
    socket.on("error", () => {});
    socket.once("data", () => socket.end(Buffer.concat([head, says])));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  for (const at of [port, 1]) {
    const address = `postgresql://a:b@127.0.0.1:${at}/c`;
    const [client, pool] = [connect(address), openPool({ connectionString: address })];
    const ways = [
      pool.query("SELECT 1"),
      client.$queryRaw`SELECT 1`,
      client.person.count(),
      client.$transaction((tx) => tx.person.count()),
    ];
    for (const error of await Promise.all(ways.map(caught)))
      expect([isAway(error), isCutOff(error)], String(error)).toEqual([true, true]);
    await client.$disconnect();
  }
  server.close();
});
