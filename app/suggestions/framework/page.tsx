import type { Metadata } from "next";
import { SuggestFrameworkPage } from "@/components/moderation/suggest-framework-page";
import { requireViewer } from "@/lib/session/gate";
import { routes } from "@/lib/site/routes";

export const metadata: Metadata = { title: "A framework that is missing", robots: { index: false } };

export default async function Page() {
  await requireViewer(routes.suggestFramework);
  return <SuggestFrameworkPage />;
}
