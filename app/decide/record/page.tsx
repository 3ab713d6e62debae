import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { RecordForm, TeamRecordForm } from "@/components/decide/record-form";
import { getTeamDecision } from "@/lib/decide/queries";
import { parseDecision } from "@/lib/decide/search-params";
import { toSearchParams } from "@/lib/request/query";
import { requireViewer } from "@/lib/session/gate";
import { routes } from "@/lib/site/routes";

export const metadata: Metadata = { title: "Make a record", robots: { index: false } };

export default async function Page({ searchParams }: PageProps<"/decide/record">) {
  const params = toSearchParams(await searchParams);
  const id = params.get("team");
  if (id === null) return <RecordForm decision={parseDecision(params)} />;
  const { personId } = await requireViewer(routes.recordOfTeam(id));
  const team = await getTeamDecision(personId, id);
  return team?.opened ? <TeamRecordForm team={team} /> : notFound();
}
