import type { Metadata } from "next";
import { MaintainersPage } from "@/components/maintainers/maintainers-page";
import { getSlugs } from "@/lib/frameworks/queries";
import { getMaintainers } from "@/lib/maintainers/queries";
import { singleValues } from "@/lib/request/query";
import { requireViewer } from "@/lib/session/gate";
import { routes } from "@/lib/site/routes";

export const metadata: Metadata = { title: "Maintainers", robots: { index: false } };

export default async function Page({ searchParams }: PageProps<"/moderation/maintainers">) {
  const viewer = await requireViewer(routes.maintainers, { permission: "claims.moderate" });
  const [maintainers, frameworks] = await Promise.all([getMaintainers(viewer), getSlugs()]);
  const { done } = singleValues(await searchParams);
  return <MaintainersPage maintainers={maintainers} frameworks={frameworks} done={done ?? null} />;
}
