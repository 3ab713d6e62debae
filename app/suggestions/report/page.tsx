import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ReportPage } from "@/components/moderation/report-page";
import { getReportable } from "@/lib/moderation/queries";
import { singleValues } from "@/lib/request/query";
import { requireViewer } from "@/lib/session/gate";
import { routes } from "@/lib/site/routes";

export const metadata: Metadata = { title: "Report", robots: { index: false } };

export default async function Page({ searchParams }: PageProps<"/suggestions/report">) {
  const reported = await getReportable(singleValues(await searchParams));
  if (!reported) notFound();
  await requireViewer(routes.report(reported.what, reported.of));
  return <ReportPage reported={reported} />;
}
