import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { TeamPage } from "@/components/decide/team-page";
import { getTeamDecision } from "@/lib/decide/queries";
import { singleValues } from "@/lib/request/query";
import { requireViewer } from "@/lib/session/gate";
import { routes } from "@/lib/site/routes";

export const metadata: Metadata = { title: "A decision", robots: { index: false } };

export default async function Page({ params, searchParams }: PageProps<"/decide/team/[id]">) {
  const { id } = await params;
  const viewer = await requireViewer(routes.team(id));
  const team = (await getTeamDecision(viewer.personId, id)) ?? notFound();
  return <TeamPage team={team} given={singleValues(await searchParams).given === "1"} />;
}
