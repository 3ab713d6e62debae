import { madrOf } from "@/lib/decide/madr";
import { noteOpened } from "@/lib/decide/mutations";
import { getRecord } from "@/lib/decide/queries";
import { siteUrl } from "@/lib/site/identity";

/** A record in the form of MADR. */
export async function GET(_request: Request, { params }: RouteContext<"/decide/records/[id]/markdown">) {
  const { id } = await params;
  const kept = await getRecord(id);
  if (!kept) return new Response("There is no such record.\n", { status: 404 });
  await noteOpened(id);
  return new Response(madrOf(kept.record, id, siteUrl()), {
    headers: { "Content-Type": "text/markdown; charset=utf-8", "X-Robots-Tag": "noindex" },
  });
}
