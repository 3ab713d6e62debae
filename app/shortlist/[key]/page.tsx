import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SharedListPage } from "@/components/shortlist/shared-list-page";
import { getViewer } from "@/lib/session/viewer";
import { getSharedList } from "@/lib/shortlist/queries";

export const metadata: Metadata = {
  title: "Shared shortlist",
  robots: { index: false, follow: false },
  referrer: "same-origin",
};

export default async function Page({ params }: PageProps<"/shortlist/[key]">) {
  const { key } = await params;
  const list = await getSharedList(key, (await getViewer())?.personId ?? null);
  if (!list) notFound();
  return <SharedListPage list={list} id={key} />;
}
