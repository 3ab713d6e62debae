import type { Metadata } from "next";
import { ShortlistPage } from "@/components/shortlist/shortlist-page";
import { requireViewer } from "@/lib/auth/gate";
import { getSavedSlugs } from "@/lib/shortlist/queries";
import { routes } from "@/lib/site";

export const metadata: Metadata = { title: "Shortlist", robots: { index: false } };

export default async function Page() {
  const viewer = await requireViewer(routes.shortlist);
  return <ShortlistPage saved={await getSavedSlugs(viewer.personId)} />;
}
