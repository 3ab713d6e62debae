import type { Metadata } from "next";
import { routes } from "../site.ts";
import type { Compared } from "./queries.ts";

/** Title, description and canonical address of a comparison. */
export function compareMetadata(compared: readonly Compared[]): Metadata {
  const names = compared.map(({ row }) => row.name);
  const claims = compared.reduce((sum, { row }) => sum + row.claims, 0);
  return {
    title: names.join(" vs "),
    description: `${names.join(", ")} side by side: ${claims} sourced claims, support dates, features and benchmarks, and what is still true.`,
    alternates: { canonical: routes.compareOf(compared.map(({ row }) => row.slug)) },
  };
}
