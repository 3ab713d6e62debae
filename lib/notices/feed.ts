import "server-only";
import { etagOf, isKnown } from "../request/etag.ts";
import { atom, updatedAt } from "./atom.ts";
import { findFeed, getNotices } from "./queries.ts";

/**
 * What a feed reader gets: the feed, or that it has it already.
 * @param key the secret in the feed's address
 * @param headers of the request
 */
export async function answerFeed(key: string, headers: Headers): Promise<Response> {
  const reader = await findFeed(key);
  if (!reader) return new Response("There is no such feed.", { status: 404 });
  const notices = await getNotices(reader.id);
  const feed = atom(reader, key, notices);
  const etag = etagOf(feed);
  const updated = updatedAt(reader, notices);
  const said = {
    etag,
    "last-modified": updated.toUTCString(),
    "cache-control": "private, max-age=300",
    "x-robots-tag": "noindex",
  };
  const asked = headers.get("if-none-match");
  const since = Date.parse(headers.get("if-modified-since") ?? "");
  // Headers know seconds only. A tag is exact, so it alone decides where there is one.
  const unchanged = asked === null ? Math.floor(updated.getTime() / 1_000) * 1_000 <= since : isKnown(asked, etag);
  if (unchanged) return new Response(null, { status: 304, headers: said });
  return new Response(feed, { headers: { ...said, "content-type": "application/atom+xml; charset=utf-8" } });
}
