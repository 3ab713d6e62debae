import fs from "node:fs";
import { expect, it } from "vitest";
import { knownMigrations } from "./migrate.ts";

/**
 * What a version that still runs beside the new one would break on: its statements name what is gone, or leave out what must be
 * there. See docs/deploy.md, "Updating".
 */
const breaks = [
  /\bDROP\s+(TABLE|COLUMN|VIEW|TYPE|FUNCTION)\b/i,
  /\bRENAME\b/i,
  /\bALTER\s+COLUMN\s+\S+\s+(SET\s+DATA\s+)?TYPE\b/i,
  /\bALTER\s+COLUMN\s+\S+\s+SET\s+NOT\s+NULL\b/i,
  /\bADD\s+COLUMN\s+(?![^,;]*\bDEFAULT\b)[^,;]*\bNOT\s+NULL\b/i,
];

const withoutComments = (sql: string) => sql.replaceAll(/--.*$/gm, "");
const breaking = (sql: string) => breaks.filter((rule) => rule.test(withoutComments(sql)));

/** The last migration from before the rule. */
const before = "20261126130000_undo_of_address";

it("migrations only add, so that the version before runs beside the new one", () => {
  const bad = knownMigrations()
    .filter((name) => name > before)
    .filter((name) => breaking(fs.readFileSync(`prisma/migrations/${name}/migration.sql`, "utf8")).length > 0);
  expect(bad).toEqual([]);
});

it.each([
  'ALTER TABLE "mail" DROP COLUMN "once"',
  'ALTER TABLE "mail" RENAME COLUMN "once" TO "wish"',
  'ALTER TABLE "mail" ALTER COLUMN "once" SET NOT NULL',
  'ALTER TABLE "mail" ADD COLUMN "wish" UUID NOT NULL',
  'drop table "mail"',
])("%s is seen as breaking", (sql) => {
  expect(breaking(sql)).toHaveLength(1);
});

it.each([
  'ALTER TABLE "mail" ADD COLUMN "wish" UUID',
  'ALTER TABLE "mail" ADD COLUMN "tries" INTEGER NOT NULL DEFAULT 0',
  '-- Nobody may DROP TABLE here.\nCREATE TABLE "x" ("id" TEXT NOT NULL)',
  "CREATE OR REPLACE FUNCTION f() RETURNS trigger AS $$ BEGIN RETURN NEW; END $$ LANGUAGE plpgsql",
])("%s is not", (sql) => {
  expect(breaking(sql)).toEqual([]);
});
