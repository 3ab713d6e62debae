import { cookies } from "next/headers";
import type { NextRequest } from "next/server";
import { finishSignIn } from "@/lib/auth/welcome";
import { safeReturn } from "@/lib/request/return-path";
import { nextCookie } from "@/lib/session/cookies";
import { getHalfViewer, getViewer } from "@/lib/session/viewer";
import { siteUrl } from "@/lib/site/identity";

/** Where a sign-in through a provider ends: what was waiting for it is done, and the way back is taken. */
export async function GET(_request: NextRequest) {
  const viewer = (await getViewer()) ?? (await getHalfViewer());
  if (!viewer)
    return Response.redirect(`${siteUrl()}/sign-in?problem=${(await cookies()).size ? "Callback" : "cookies"}`, 303);
  const next = safeReturn((await cookies()).get(nextCookie)?.value);
  const to = await finishSignIn({ personId: viewer.personId, save: null }, next);
  return new Response(null, { status: 303, headers: { location: `${siteUrl()}${to}`, "cache-control": "no-store" } });
}
