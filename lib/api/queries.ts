import "server-only";
import { unstable_cache } from "next/cache";
import { db } from "../db/index.ts";
import { catalogueTag } from "../frameworks/tags.ts";

/** The licences of sources that say one, by slug. */
export const getSourceLicences = unstable_cache(
  async (): Promise<Record<string, string | null>> => {
    const rows = await db().source.findMany({
      where: { licence: { not: null } },
      select: { slug: true, licence: true },
    });
    return Object.fromEntries(rows.map(({ slug, licence }) => [slug, licence]));
  },
  ["source-licences"],
  { tags: [catalogueTag], revalidate: 3600 },
);
