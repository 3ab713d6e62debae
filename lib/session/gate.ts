import "server-only";
import { notFound, redirect } from "next/navigation";
import { noteEvent } from "../events/mutations.ts";
import { getAddress } from "../request/origin.ts";
import { can, type Permission, waitsForSecondStep } from "./permissions.ts";
import { demandedStepPath, isFresh, secondStepPath, signInPath } from "./rules.ts";
import type { Viewer } from "./sessions.ts";
import { getHalfViewer, getViewer } from "./viewer.ts";

/**
 * Who may see a page: signed out, one is led to signing in and back to `path`. Without the permission there is no such
 * page. Every page and route that shows what isn't public calls this itself; no layout or proxy does it for them.
 */
export async function requireViewer(
  path: string,
  needs: { permission?: Permission; fresh?: boolean } = {},
): Promise<Viewer> {
  const viewer = await getViewer();
  if (!viewer) redirect((await getHalfViewer()) ? secondStepPath(path) : signInPath(path));
  if (needs.permission && !can(viewer, needs.permission)) {
    if (waitsForSecondStep(viewer, needs.permission)) redirect(demandedStepPath(path));
    await noteEvent("closed-page", { personId: viewer.personId, address: await getAddress(), path });
    notFound();
  }
  if (needs.fresh && !isFresh(viewer.authenticatedAt)) redirect(signInPath(path, true));
  return viewer;
}
