import type { Metadata } from "next";
import { LogPage } from "@/components/people/log-page";
import { getActs, getEvents } from "@/lib/auth/log";
import { singleValues } from "@/lib/request/query";
import { requireViewer } from "@/lib/session/gate";
import { routes } from "@/lib/site/routes";

export const metadata: Metadata = { title: "Log", robots: { index: false } };

export default async function Page({ searchParams }: PageProps<"/people/log">) {
  const viewer = await requireViewer(routes.log, { permission: "people.manage" });
  const { page: wanted } = singleValues(await searchParams);
  const page = Math.min(Math.max(Math.trunc(Number(wanted)) || 1, 1), 10_000);
  const [events, acts] = await Promise.all([getEvents(viewer, page), getActs(viewer, page)]);
  return <LogPage events={events} acts={acts} page={page} />;
}
