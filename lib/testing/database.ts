import crypto from "node:crypto";
import { inject } from "vitest";
import { query } from "../process/postgres.ts";

/** A database of one's own, cloned from the migrated template in a few dozen milliseconds. */
export function freshDatabase(): Promise<string> {
  return create(new URL(inject("templateUrl")).pathname.slice(1));
}

/** A database of one's own without any table. */
export function emptyDatabase(): Promise<string> {
  return create("template0");
}

async function create(template: string): Promise<string> {
  const url = new URL(inject("templateUrl"));
  const admin = new URL(url);
  admin.pathname = "/postgres";
  url.pathname = `/test_${crypto.randomBytes(6).toString("hex")}`;
  // Two clones at once may meet: a template must have no other reader.
  for (let attempt = 1; ; attempt += 1) {
    try {
      await query(admin.href, `CREATE DATABASE ${url.pathname.slice(1)} TEMPLATE ${template}`);
      break;
    } catch (error) {
      if (attempt === 40) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  return url.href;
}
