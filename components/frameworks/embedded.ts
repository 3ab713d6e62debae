import { getCatalogue } from "@/lib/frameworks/queries";
import type { CatalogueRow } from "@/lib/frameworks/row";
import { today } from "@/lib/text/dates";

/** A picture of a framework for other people's pages, which may all show it. */
export async function svgOf(slug: string, draw: (row: CatalogueRow, day: string) => string): Promise<Response> {
  const row = (await getCatalogue()).find((candidate) => candidate.slug === slug);
  if (!row) return new Response("There is no such framework.\n", { status: 404 });
  return new Response(draw(row, today()), {
    headers: {
      "Content-Type": "image/svg+xml; charset=utf-8",
      "Cross-Origin-Resource-Policy": "cross-origin",
      "Access-Control-Allow-Origin": "*",
    },
  });
}
