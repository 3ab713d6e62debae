import crypto from "node:crypto";
import { inject } from "vitest";
import { query } from "../process/postgres.ts";

/** A database of one's own, cloned from the migrated template in a few dozen milliseconds. */
export async function freshDatabase(): Promise<string> {
  const template = new URL(inject("templateUrl"));
  const name = `test_${crypto.randomBytes(6).toString("hex")}`;
  const admin = new URL(template);
  admin.pathname = "/postgres";
  // Two clones at once may meet: a template must have no other reader.
  for (let attempt = 1; ; attempt += 1) {
    try {
      await query(admin.href, `CREATE DATABASE ${name} TEMPLATE ${template.pathname.slice(1)}`);
      break;
    } catch (error) {
      if (attempt === 40) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  const url = new URL(template);
  url.pathname = `/${name}`;
  return url.href;
}
