import { historyFeed } from "@/lib/history/feed";
import { getHistory } from "@/lib/history/queries";
import { etagOf } from "@/lib/request/etag";
import { isSlug } from "@/lib/text/slug";

export const dynamic = "force-static";
export const revalidate = 3600;

export function generateStaticParams() {
  return [];
}

/** What changed about a framework, for feed readers. */
export async function GET(_request: Request, { params }: RouteContext<"/frameworks/[slug]/feed.xml">) {
  const { slug } = await params;
  const history = isSlug(slug) ? await getHistory(slug) : null;
  if (!history) return new Response("There is no such feed.\n", { status: 404 });
  const feed = historyFeed(history);
  return new Response(feed, { headers: { "content-type": "application/atom+xml; charset=utf-8", etag: etagOf(feed) } });
}
