import { getCatalogue } from "@/lib/frameworks/queries";
import { rivalsOf } from "@/lib/frameworks/rivals";
import { siteUrl } from "@/lib/site/identity";
import { publicPages, routes } from "@/lib/site/routes";
import { getSources } from "@/lib/sources/queries";

export const revalidate = 3600;

export function generateStaticParams() {
  return [];
}

/** Every page that has an address of its own, and the comparisons that framework pages lead to. */
export async function GET(_request: Request, { params }: RouteContext<"/sitemap.xml/[[...none]]">) {
  if ((await params).none) return new Response("There is no such file.\n", { status: 404 });
  const [rows, sources] = await Promise.all([getCatalogue(), getSources()]);
  const pairs = rows.flatMap((row) =>
    rivalsOf(row, rows, 3).map((rival) => routes.compareOf([row.slug, rival.row.slug])),
  );
  const paths = [
    ...publicPages,
    ...rows.flatMap((row) => [routes.framework(row.slug), routes.history(row.slug)]),
    ...sources.map((source) => routes.source(source.slug)),
    ...new Set(pairs),
  ];
  const urls = paths.map((path) => `<url><loc>${siteUrl()}${path}</loc></url>`).join("");
  return new Response(
    `<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${urls}</urlset>`,
    {
      headers: { "Content-Type": "application/xml; charset=utf-8" },
    },
  );
}
