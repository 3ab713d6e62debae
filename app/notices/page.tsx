import type { Metadata } from "next";
import { NoticesPage } from "@/components/notices/notices-page";
import { countUnseen, getNotices, getWatched } from "@/lib/notices/queries";
import { requireViewer } from "@/lib/session/gate";
import { routes } from "@/lib/site/routes";

export const metadata: Metadata = { title: "Notices", robots: { index: false } };

export default async function Page() {
  const { personId } = await requireViewer(routes.notices);
  const [notices, unseen, watched] = await Promise.all([
    getNotices(personId),
    countUnseen(personId),
    getWatched(personId),
  ]);
  return <NoticesPage notices={notices} unseen={unseen} watched={watched} />;
}
