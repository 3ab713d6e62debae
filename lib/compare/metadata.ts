import type { Metadata } from "next";
import { shareAs } from "../site/identity.ts";
import { routes } from "../site/routes.ts";
import type { Compared } from "./queries.ts";

/** Title, description and canonical address of a comparison. */
export function compareMetadata(compared: readonly Compared[]): Metadata {
  const names = compared.map(({ row }) => row.name);
  const claims = compared.reduce((sum, { row }) => sum + row.claims, 0);
  const address = routes.compareOf(compared.map(({ row }) => row.slug));
  return {
    title: names.join(" vs "),
    description: `${names.join(", ")} side by side: ${claims} sourced claims, support dates, features and benchmarks, and what is still true.`,
    alternates: { canonical: address },
    openGraph: shareAs(address),
  };
}
