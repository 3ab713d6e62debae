import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { RingPage } from "@/components/community/ring-page";
import { getRing } from "@/lib/community/ring-queries";
import { isMemberState } from "@/lib/people/rings";
import { singleValues } from "@/lib/request/query";
import { isId } from "@/lib/request/schema";
import { requireViewer } from "@/lib/session/gate";
import { routes } from "@/lib/site/routes";

export const metadata: Metadata = { title: "A ring", robots: { index: false } };

export default async function Page({ params, searchParams }: PageProps<"/moderation/rings/[id]">) {
  const { id } = await params;
  const viewer = await requireViewer(routes.ring(id), { permission: "claims.moderate" });
  const ring = isId(id) ? await getRing(viewer, id) : null;
  if (!ring) notFound();
  const { decided } = singleValues(await searchParams);
  return <RingPage ring={ring} decided={isMemberState(decided) ? decided : null} />;
}
