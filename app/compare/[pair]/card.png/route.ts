import { shareCard } from "@/components/site/share-card";
import { minCompared, parsePair } from "@/lib/compare/search-params";
import { getCatalogue } from "@/lib/frameworks/queries";
import { rowsOf } from "@/lib/frameworks/row";

export const dynamic = "force-static";
export const revalidate = 3600;

export function generateStaticParams() {
  return [];
}

export async function GET(_request: Request, { params }: RouteContext<"/compare/[pair]/card.png">) {
  const slugs = parsePair((await params).pair) ?? [];
  const rows = await getCatalogue();
  const chosen = rowsOf(rows, slugs);
  const known = slugs.length >= minCompared && chosen.length === slugs.length;
  return known ? shareCard(chosen) : new Response("There is no such comparison.\n", { status: 404 });
}
