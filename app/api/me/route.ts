import { getOwnVotes } from "@/lib/claims/queries";
import { getMaintained, getRepliable } from "@/lib/maintainers/queries";
import { countWaiting } from "@/lib/moderation/queries";
import { countUnseen, getWatched } from "@/lib/notices/queries";
import { getRatedSlugs } from "@/lib/ratings/queries";
import { can } from "@/lib/session/permissions";
import { getViewer } from "@/lib/session/viewer";
import { getSavedSlugs } from "@/lib/shortlist/queries";

/** What public pages show of the viewer, after they were served from the cache. Never kept by anyone. */
export async function GET() {
  const viewer = await getViewer();
  const maintains = viewer ? await getMaintained(viewer.personId) : [];
  const body = viewer && {
    name: viewer.name,
    role: viewer.withheld ?? viewer.role,
    unseen: await countUnseen(viewer.personId),
    waiting: can(viewer, "claims.moderate") ? await countWaiting() : null,
    saved: await getSavedSlugs(viewer.personId),
    watched: (await getWatched(viewer.personId)).map(({ slug }) => slug),
    rated: await getRatedSlugs(viewer.personId),
    votes: await getOwnVotes(viewer.personId),
    maintains,
    repliable: await getRepliable(maintains),
  };
  return Response.json({ viewer: body }, { headers: { "cache-control": "private, no-store", vary: "Cookie" } });
}
