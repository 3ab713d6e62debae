import type pg from "pg";

type Query = (this: pg.Client, ...args: unknown[]) => unknown;

/**
 * The driver's `query`, which waits for what its connection was asked before. Prisma reads the relations of a row all at
 * once, also in a transaction, which has one connection: pg queues them with a warning, and from version 9 refuses them.
 */
export function oneAtATime(driver: pg.Client): pg.Client["query"] {
  const inherited = driver as unknown as { query: Query };
  const under = new WeakMap<pg.Client, Promise<void>>();
  return function (this: pg.Client, ...args: unknown[]): unknown {
    const ask = () => inherited.query.apply(this, args);
    if (!answersByPromise(args)) return ask();
    const before = under.get(this);
    const asked = before ? before.then(ask) : ask();
    const over = () => {
      if (under.get(this) === done) under.delete(this);
    };
    const done = (asked as Promise<unknown>).then(over, over);
    under.set(this, done);
    return asked;
  } as pg.Client["query"];
}

/** The pool calls back, on a connection that nobody else has; streams are their own answer. */
const answersByPromise = ([statement, ...rest]: unknown[]) =>
  statement !== null &&
  statement !== undefined &&
  !rest.some((one) => typeof one === "function") &&
  !(typeof statement === "object" && ("submit" in statement || "callback" in statement));
