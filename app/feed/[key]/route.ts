import type { NextRequest } from "next/server";
import { answerFeed } from "@/lib/notices/feed";

/** A person's notices for their feed reader, at an address that is its own secret. */
export async function GET(request: NextRequest, { params }: RouteContext<"/feed/[key]">) {
  return answerFeed((await params).key, request.headers);
}
