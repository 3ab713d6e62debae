import "server-only";
import { isDeadlock } from "./errors.ts";
import { db, type Transaction } from "./index.ts";

const mostTries = 5;

/**
 * A transaction that begins again when PostgreSQL ended it to let others on. What takes locks in one order never needs
 * it; this is for those who meet all the same.
 * @param timeout milliseconds that it may take, where that is more than usual
 */
export async function transact<T>(work: (tx: Transaction) => Promise<T>, timeout?: number): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db().$transaction(work, timeout === undefined ? {} : { timeout });
    } catch (error) {
      if (attempt === mostTries || !isDeadlock(error)) throw error;
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 50 * attempt));
    }
  }
}
