import type { Metadata } from "next";
import { SuggestFrameworkPage } from "@/components/moderation/suggest-framework-page";
import { singleValues } from "@/lib/request/query";
import { queryOf } from "@/lib/search/schema";
import { requireViewer } from "@/lib/session/gate";
import { routes } from "@/lib/site/routes";

export const metadata: Metadata = { title: "A framework that is missing", robots: { index: false } };

export default async function Page({ searchParams }: PageProps<"/suggestions/framework">) {
  const name = queryOf(singleValues(await searchParams).name);
  await requireViewer(name ? routes.suggestNamed(name) : routes.suggestFramework);
  return <SuggestFrameworkPage name={name} />;
}
