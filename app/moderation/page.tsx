import type { Metadata } from "next";
import { ModerationPage } from "@/components/community/moderation-page";
import { decisionOf } from "@/components/moderation/decided-notice";
import { getDiscounted } from "@/lib/community/queries";
import { countWaiting } from "@/lib/community/ring-queries";
import { isKind } from "@/lib/moderation/kinds";
import { getQueue } from "@/lib/moderation/queries";
import { singleValues } from "@/lib/request/query";
import { isId } from "@/lib/request/schema";
import { requireViewer } from "@/lib/session/gate";
import { routes } from "@/lib/site/routes";
import { isSlug } from "@/lib/text/slug";

export const metadata: Metadata = { title: "Moderation", robots: { index: false } };

export default async function Page({ searchParams }: PageProps<"/moderation">) {
  const viewer = await requireViewer(routes.moderation, { permission: "claims.moderate" });
  const query = singleValues(await searchParams);
  const number = (text: string | undefined, most: number) => Math.min(Math.max(0, Math.trunc(Number(text)) || 0), most);
  const filter = {
    kind: query.kind !== undefined && isKind(query.kind) ? query.kind : null,
    framework: query.framework !== undefined && isSlug(query.framework) ? query.framework : null,
    days: number(query.days, 3_650),
  };
  const [discounted, queue, rings] = await Promise.all([
    getDiscounted(viewer),
    getQueue(viewer, number(query.page, 100_000) || 1, filter),
    countWaiting(viewer),
  ]);
  const decision = decisionOf(query.decided);
  const done = query.done?.split(".").filter(isId) ?? [];
  const decided = decision && { decision, done, left: number(query.left, 1_000) };
  return <ModerationPage discounted={discounted} queue={queue} decided={decided} rings={rings} />;
}
