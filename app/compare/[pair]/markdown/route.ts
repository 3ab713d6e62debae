import type { NextRequest } from "next/server";
import { compareMarkdown } from "@/lib/compare/markdown";
import { asOfDay, getCompared } from "@/lib/compare/queries";
import { minCompared, parseCompareView, parsePair } from "@/lib/compare/search-params";
import { siteUrl } from "@/lib/site/identity";

/** The comparison as Markdown, with the same query as the page. */
export async function GET(request: NextRequest, { params }: RouteContext<"/compare/[pair]/markdown">) {
  const view = parseCompareView(request.nextUrl.searchParams);
  const slugs = parsePair((await params).pair);
  const compared = slugs && slugs.length >= minCompared ? await getCompared(slugs, view.asOf) : null;
  if (!compared) return new Response("There is no such comparison.\n", { status: 404 });
  return new Response(compareMarkdown(compared, view, asOfDay(view.asOf), siteUrl()), {
    headers: { "Content-Type": "text/markdown; charset=utf-8", "X-Robots-Tag": "noindex" },
  });
}
