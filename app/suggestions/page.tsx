import type { Metadata } from "next";
import { OwnSuggestionsPage } from "@/components/moderation/own-suggestions-page";
import { getOwnSuggestions } from "@/lib/moderation/queries";
import { singleValues } from "@/lib/request/query";
import { requireViewer } from "@/lib/session/gate";
import { routes } from "@/lib/site/routes";

export const metadata: Metadata = { title: "Your suggestions", robots: { index: false } };

export default async function Page({ searchParams }: PageProps<"/suggestions">) {
  const viewer = await requireViewer(routes.suggestions);
  const { sent } = singleValues(await searchParams);
  return <OwnSuggestionsPage suggestions={await getOwnSuggestions(viewer)} sent={sent ?? null} />;
}
