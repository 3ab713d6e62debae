import { expect, it } from "vitest";
import { summaryOf } from "./traced-query.ts";

it.each([
  ['INSERT INTO "public"."session" ("id") VALUES ($1) RETURNING "public"."session"."id"', "INSERT session"],
  [
    "WITH t AS (SELECT id FROM claim), w AS (INSERT INTO vote SELECT id FROM t ON CONFLICT DO UPDATE SET at = now()) SELECT 1",
    "INSERT vote",
  ],
  ["UPDATE mail SET attempts = 1 WHERE id IN (SELECT id FROM mail FOR UPDATE SKIP LOCKED)", "UPDATE mail"],
  ['DELETE FROM "link" WHERE id = $1', "DELETE link"],
  ['SELECT "public"."person"."id" FROM "public"."person" WHERE 1=1 FOR UPDATE OF person', "SELECT person"],
  ["-- why\nSELECT 1", "SELECT"],
  ["BEGIN", "BEGIN"],
  ["", "SQL"],
])("%s is told as %s", (text, summary) => {
  expect(summaryOf(text)).toBe(summary);
});
