import type { Metadata } from "next";
import { NoticesPage } from "@/components/notices/notices-page";
import { countUnseen, getNotices } from "@/lib/notices/queries";
import { requireViewer } from "@/lib/session/gate";
import { routes } from "@/lib/site/routes";

export const metadata: Metadata = { title: "Notices", robots: { index: false } };

export default async function Page() {
  const { personId } = await requireViewer(routes.notices);
  const [notices, unseen] = await Promise.all([getNotices(personId), countUnseen(personId)]);
  return <NoticesPage notices={notices} unseen={unseen} />;
}
