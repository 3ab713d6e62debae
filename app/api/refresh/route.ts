import crypto from "node:crypto";
import { revalidateTag } from "next/cache";
import type { NextRequest } from "next/server";
import { refreshKey } from "@/lib/community/refresh";
import { catalogueTag, communityTag, demoTag, frameworkTag } from "@/lib/frameworks/tags";

/** For the process itself: marks what shows a framework's numbers as stale. To anybody else there is no such page. */
export function GET(request: NextRequest) {
  const given = Buffer.from(request.headers.get("x-framewise-refresh") ?? "");
  const key = Buffer.from(refreshKey());
  if (given.length !== key.length || !crypto.timingSafeEqual(given, key)) return new Response(null, { status: 404 });
  const slug = request.nextUrl.searchParams.get("slug") ?? "";
  if (slug === "*") for (const tag of [catalogueTag, demoTag]) revalidateTag(tag, { expire: 0 });
  else revalidateTag(frameworkTag(slug), "max");
  revalidateTag(communityTag, "max");
  return new Response(null, { status: 204 });
}
