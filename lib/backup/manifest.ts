import { z } from "zod";

/** What a backup says of itself; it is the first file of the archive. */
export const manifestSchema = z.strictObject({
  product: z.literal("framewise"),
  format: z.literal(1),
  takenAt: z.iso.datetime(),
  postgres: z.string(),
  /** Those that the tables were made by, in order. */
  migrations: z.array(z.string()).min(1),
  tables: z.array(
    z.strictObject({
      name: z.string().regex(/^\w+$/),
      columns: z.array(z.string().regex(/^\w+$/)),
      rows: z.number().int().nonnegative(),
      bytes: z.number().int().nonnegative(),
      sha256: z.string().length(64),
    }),
  ),
  sequences: z.array(z.strictObject({ name: z.string().regex(/^\w+$/), value: z.string().regex(/^\d+$/) })),
});

export type Manifest = z.infer<typeof manifestSchema>;
export type Table = Manifest["tables"][number];

/** What a table is called within the archive: rows in the text format of COPY. */
export const entryOf = ({ name }: Pick<Table, "name">) => `${name}.copy`;
export const manifestEntry = "manifest.json";

/** How much it is, in words. */
export function summary({ tables }: Manifest): string {
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  return `${tables.length} tables, ${rows.toLocaleString("en")} rows`;
}
