import type { Metadata } from "next";
import { RingsPage } from "@/components/community/rings-page";
import { getRings } from "@/lib/community/ring-queries";
import { requireViewer } from "@/lib/session/gate";
import { routes } from "@/lib/site/routes";

export const metadata: Metadata = { title: "Rings", robots: { index: false } };

export default async function Page() {
  const viewer = await requireViewer(routes.rings, { permission: "claims.moderate" });
  return <RingsPage rings={await getRings(viewer)} />;
}
