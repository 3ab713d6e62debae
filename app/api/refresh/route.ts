import crypto from "node:crypto";
import { revalidateTag } from "next/cache";
import type { NextRequest } from "next/server";
import { refreshKey } from "@/lib/cache/refresh";
import { catalogueTag, communityTag, demoTag, frameworkTag } from "@/lib/cache/tags";

/** For the process itself: marks what shows a framework's numbers as stale. To anybody else there is no such page. */
export function GET(request: NextRequest) {
  const given = Buffer.from(request.headers.get("x-framewise-refresh") ?? "");
  const key = Buffer.from(refreshKey());
  if (given.length !== key.length || !crypto.timingSafeEqual(given, key)) return new Response(null, { status: 404 });
  const query = request.nextUrl.searchParams;
  const slug = query.get("slug");
  if (slug) revalidateTag(frameworkTag(slug), "max");
  if (query.has("shared")) revalidateTag(communityTag, "max");
  // Served as they are until they are new: the database may be away again.
  if (query.has("missed")) for (const tag of [catalogueTag, communityTag, demoTag]) revalidateTag(tag, "max");
  if (query.has("all")) for (const tag of [catalogueTag, communityTag, demoTag]) revalidateTag(tag, { expire: 0 });
  return new Response(null, { status: 204 });
}
