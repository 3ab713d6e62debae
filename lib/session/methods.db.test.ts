import { expect, it } from "vitest";
import { query } from "../process/postgres.ts";
import { freshDatabase } from "../testing/database.ts";
import { signInMethods } from "./methods.ts";

it("the database knows the same ways to sign in as the code: a new provider comes with its migration", async () => {
  const [check] = await query<{ definition: string }>(
    await freshDatabase(),
    "SELECT pg_get_constraintdef(oid) AS definition FROM pg_constraint WHERE conname = 'session_method_known'",
  );
  const named = [...(check?.definition.matchAll(/'([\w-]+)'/g) ?? [])].map(([, method]) => method);
  expect(new Set(named)).toEqual(new Set(Object.keys(signInMethods)));
});
