import { exportPerson } from "@/lib/account/export";
import { signInPath } from "@/lib/session/rules";
import { getViewer } from "@/lib/session/viewer";
import { siteUrl } from "@/lib/site/identity";
import { today } from "@/lib/text/dates";

/** All data of the person who asks, as a file. */
export async function GET() {
  const viewer = await getViewer();
  if (!viewer)
    return new Response(null, {
      status: 303,
      headers: { location: siteUrl() + signInPath("/account"), "cache-control": "no-store" },
    });
  return new Response(JSON.stringify(await exportPerson(viewer.personId), null, 2), {
    headers: {
      "content-type": "application/json; charset=utf-8",
      "content-disposition": `attachment; filename="framewise-${today()}.json"`,
      "cache-control": "private, no-store",
    },
  });
}
