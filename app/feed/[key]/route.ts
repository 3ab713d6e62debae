import type { NextRequest } from "next/server";
import { atom } from "@/lib/notices/atom";
import { findFeed, getNotices } from "@/lib/notices/queries";

/** A person's notices for their feed reader, at an address that is its own secret. */
export async function GET(_request: NextRequest, { params }: RouteContext<"/feed/[key]">) {
  const person = await findFeed((await params).key);
  if (!person) return new Response("There is no such feed.", { status: 404 });
  return new Response(atom(person, await getNotices(person.id)), {
    headers: {
      "content-type": "application/atom+xml; charset=utf-8",
      "cache-control": "private, max-age=300",
      "x-robots-tag": "noindex",
    },
  });
}
