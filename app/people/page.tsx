import type { Metadata } from "next";
import { PeoplePage } from "@/components/people/people-page";
import { getPeople } from "@/lib/auth/queries";
import { singleValues } from "@/lib/request/query";
import { requireViewer } from "@/lib/session/gate";
import { isFresh } from "@/lib/session/rules";
import { routes } from "@/lib/site/routes";

export const metadata: Metadata = { title: "People", robots: { index: false } };

export default async function Page({ searchParams }: PageProps<"/people">) {
  const viewer = await requireViewer(routes.people, { permission: "people.manage" });
  const { q = "", page } = singleValues(await searchParams);
  const view = {
    q: q.slice(0, 100).replaceAll("\u0000", ""),
    page: Math.min(Math.max(Math.trunc(Number(page)) || 1, 1), 10_000),
  };
  return (
    <PeoplePage
      {...(await getPeople(viewer, view))}
      {...view}
      viewer={viewer}
      fresh={isFresh(viewer.authenticatedAt)}
    />
  );
}
