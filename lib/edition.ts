import { notFound } from "next/navigation";

/**
 * Public pages live below `/site/live` (next.config.ts says why). Any other edition is no page.
 * Call it first in every page there.
 */
export async function onlyLive(params: Promise<{ edition: string }>): Promise<void> {
  if ((await params).edition !== "live") notFound();
}
