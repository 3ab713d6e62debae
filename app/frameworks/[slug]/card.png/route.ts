import { shareCard } from "@/components/site/share-card";
import { getCatalogue } from "@/lib/frameworks/queries";

export const dynamic = "force-static";
export const revalidate = 3600;

export function generateStaticParams() {
  return [];
}

export async function GET(_request: Request, { params }: RouteContext<"/frameworks/[slug]/card.png">) {
  const { slug } = await params;
  const row = (await getCatalogue()).find((candidate) => candidate.slug === slug);
  return row ? shareCard([row]) : new Response("There is no such framework.\n", { status: 404 });
}
