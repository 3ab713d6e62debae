import type { Metadata } from "next";
import { ModerationPage } from "@/components/community/moderation-page";
import { getDiscounted } from "@/lib/community/queries";
import { countWaiting } from "@/lib/community/ring-queries";
import { getQueue } from "@/lib/moderation/queries";
import { singleValues } from "@/lib/request/query";
import { requireViewer } from "@/lib/session/gate";
import { routes } from "@/lib/site/routes";

export const metadata: Metadata = { title: "Moderation", robots: { index: false } };

export default async function Page({ searchParams }: PageProps<"/moderation">) {
  const viewer = await requireViewer(routes.moderation, { permission: "claims.moderate" });
  const wanted = Math.min(Math.trunc(Number(singleValues(await searchParams).page)) || 1, 100_000);
  const [discounted, queue, rings] = await Promise.all([
    getDiscounted(viewer),
    getQueue(viewer, wanted),
    countWaiting(viewer),
  ]);
  return <ModerationPage discounted={discounted} queue={queue} rings={rings} />;
}
