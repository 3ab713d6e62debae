import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import * as engineModule from "@prisma/schema-engine-wasm/schema_engine_bg";
import { UtcClient } from "./pool.ts";

/**
 * Prisma's own schema engine, in its WebAssembly build: the same engine and the same `_prisma_migrations` table as
 * `prisma migrate deploy`, without the native binary that the command-line tool downloads.
 */
const prismaFolder = path.join(process.cwd(), "prisma");
const schemaFile = path.join(prismaFolder, "schema.prisma");
const migrationsFolder = path.join(prismaFolder, "migrations");
const filters = { externalTables: [], externalEnums: [] };

// Kept with the process, because this file may be loaded again in it while the engine's glue is not.
const kept = globalThis as { framewiseSchemaEngine?: Promise<void> };

/** Once per process: the glue code keeps views of one memory, and a second instance would mix the two up. */
async function loadWasm(): Promise<void> {
  const require = createRequire(import.meta.url);
  const file = require.resolve("@prisma/schema-engine-wasm/schema_engine_bg").replace(/\.js$/, ".wasm");
  const imports = { "./schema_engine_bg.js": engineModule } as unknown as WebAssembly.Imports;
  const { instance } = await WebAssembly.instantiate(fs.readFileSync(file), imports);
  const exports = instance.exports as { __wbindgen_start: () => void };
  (engineModule as unknown as { __wbg_set_wasm: (exports: unknown) => void }).__wbg_set_wasm(exports);
  exports.__wbindgen_start();
}

/**
 * The driver's adapter cuts scripts at every semicolon, also within the body of a function. PostgreSQL takes a script
 * whole, and then as one transaction: a migration that fails leaves nothing behind.
 */
class WholeScripts extends PrismaPg {
  override async connect() {
    const adapter = await super.connect();
    adapter.executeScript = async (script) => {
      try {
        await adapter.underlyingDriver().query(script);
      } catch (error) {
        (adapter as unknown as { onError: (error: unknown) => never }).onError(error);
      }
    };
    return adapter;
  }
}

async function loadEngine(connectionString: string) {
  kept.framewiseSchemaEngine ??= loadWasm();
  await kept.framewiseSchemaEngine;
  const adapter = bindMigrationAwareSqlAdapterFactory(
    new WholeScripts({ connectionString, idleTimeoutMillis: 10, Client: UtcClient }),
  );
  const files: [string, string][] = [[schemaFile, fs.readFileSync(schemaFile, "utf8")]];
  return engineModule.SchemaEngine.new({ datamodels: files }, () => {}, adapter);
}

/** The names of all migrations of this version, in order. */
export function knownMigrations(): string[] {
  return fs
    .readdirSync(migrationsFolder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

function readMigrations(only: readonly string[] | undefined) {
  return knownMigrations()
    .filter((name) => only === undefined || only.includes(name))
    .map((name) => ({
      path: name,
      migrationFile: {
        path: "migration.sql",
        content: {
          tag: "ok" as const,
          value: fs.readFileSync(path.join(migrationsFolder, name, "migration.sql"), "utf8"),
        },
      },
    }));
}

function migrationsList(only?: readonly string[]) {
  const lock = path.join(migrationsFolder, "migration_lock.toml");
  return {
    baseDir: migrationsFolder,
    lockfile: { path: "migration_lock.toml", content: fs.readFileSync(lock, "utf8") },
    shadowDbInitScript: "",
    migrationDirectories: readMigrations(only),
  };
}

/**
 * Applies the migrations that this database lacks, in order. Returns their names.
 * @param only those to look at, where it isn't all of them
 */
export async function migrate(connectionString: string, only?: readonly string[]): Promise<string[]> {
  const engine = await loadEngine(connectionString);
  try {
    const result = await engine.applyMigrations({ migrationsList: migrationsList(only), filters });
    return result.appliedMigrationNames;
  } finally {
    engine.free();
  }
}

/**
 * The SQL that leads from one schema (as text; null for an empty database) to `schema.prisma`; empty when they agree.
 * It compares schemas only: the engine's WebAssembly build can't describe a live PostgreSQL 18.
 */
export async function diffSchema(connectionString: string, from: string | null): Promise<string> {
  const engine = await loadEngine(connectionString);
  const file = (content: string) => ({ files: [{ path: schemaFile, content }], configDir: prismaFolder });
  try {
    const result = await engine.diff({
      from: from === null ? { tag: "empty" } : { tag: "schemaDatamodel", ...file(from) },
      to: { tag: "schemaDatamodel", ...file(fs.readFileSync(schemaFile, "utf8")) },
      script: true,
      exitCode: null,
      filters,
    });
    return result.stdout ?? "";
  } finally {
    engine.free();
  }
}
