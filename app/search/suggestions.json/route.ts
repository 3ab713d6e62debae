import type { NextRequest } from "next/server";
import { getFinder } from "@/lib/search/queries";
import { queryOf, suggestionsOf } from "@/lib/search/schema";

/** Seconds for which a browser asks for the same only once. */
const keptFor = 300;
const most = { frameworks: 5, catalogue: 3, checks: 2, claims: 3, pages: 6 };

/** What to offer while somebody types. The same for everybody. */
export async function GET(request: NextRequest) {
  const found = (await getFinder()).find(queryOf(request.nextUrl.searchParams.get("q")), most);
  return Response.json(suggestionsOf(found), { headers: { "cache-control": `public, max-age=${keptFor}` } });
}
