import fs from "node:fs";
import type { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import zlib from "node:zlib";
import tar from "tar-stream";
import { Problem } from "../process/problem.ts";
import { entryOf, type Manifest, manifestEntry, manifestSchema, type Table } from "./manifest.ts";
import { measurer } from "./take.ts";

/**
 * Reads a backup from its first byte to its last, and compares each table with what the manifest says of it.
 * @param use what becomes of a table's rows; each is compared again as it is used
 * @throws a `Problem` that says what is damaged
 */
export async function readBackup(
  file: string,
  use: (rows: Readable, table: Table) => Promise<void> = async (rows) => {
    rows.resume();
  },
): Promise<Manifest> {
  const archive = tar.extract();
  const source = pipeline(fs.createReadStream(file), zlib.createGunzip(), archive);
  let manifest: Manifest | undefined;
  const seen = new Set<string>();
  try {
    for await (const entry of archive) {
      const { name } = entry.header;
      if (!manifest) {
        if (name !== manifestEntry) throw new Problem(`${file} is no backup of Framewise.`);
        manifest = manifestSchema.parse(JSON.parse(await text(entry)));
        continue;
      }
      const table = manifest.tables.find((one) => entryOf(one) === name);
      if (!table || seen.has(name)) throw new Problem(`${file} is damaged: it holds ${name}, which is not expected.`);
      seen.add(name);
      const { measure, measured } = measurer();
      const read = pipeline(entry, measure);
      await Promise.all([use(measure, table), read]);
      const { bytes, sha256 } = measured();
      if (bytes !== table.bytes || sha256 !== table.sha256)
        throw new Problem(`${file} is damaged: the rows of ${table.name} are not those that were written.`);
    }
    await source;
  } catch (error) {
    source.catch(() => {});
    archive.destroy();
    if (error instanceof Problem || !isDamage(error)) throw error;
    throw new Problem(`${file} is damaged, or no backup of Framewise: ${(error as Error).message}.`);
  }
  const missing = manifest?.tables.find((table) => !seen.has(entryOf(table)));
  if (!manifest || missing) throw new Problem(`${file} is damaged: ${missing?.name ?? "all of it"} is missing.`);
  return manifest;
}

/** What the archive's own layers say; errors of the system and of the database carry codes of another kind. */
function isDamage(error: unknown): boolean {
  const { code } = error as { code?: string };
  return code === undefined || /^(Z_|ERR_)/.test(code);
}
