import type { Metadata } from "next";
import { PeoplePage } from "@/components/people/people-page";
import { requireViewer } from "@/lib/auth/gate";
import { getPeople } from "@/lib/auth/queries";
import { isFresh } from "@/lib/auth/rules";
import { singles } from "@/lib/request/query";
import { routes } from "@/lib/site/routes";

export const metadata: Metadata = { title: "People", robots: { index: false } };

export default async function Page({ searchParams }: PageProps<"/people">) {
  const viewer = await requireViewer(routes.people, { permission: "people.manage" });
  const { q = "", page } = singles(await searchParams);
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
