import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { SuggestPage } from "@/components/moderation/suggest-page";
import { correctableFacts } from "@/lib/frameworks/corrected-fact";
import { getFramework } from "@/lib/frameworks/queries";
import { isFrameworkKind } from "@/lib/moderation/kinds";
import { getClaimChoices } from "@/lib/moderation/queries";
import { singleValues } from "@/lib/request/query";
import { requireViewer } from "@/lib/session/gate";
import { routes } from "@/lib/site/routes";

export const metadata: Metadata = { title: "Suggest a change", robots: { index: false } };

export default async function Page({ params, searchParams }: PageProps<"/frameworks/[slug]/suggest">) {
  const { slug } = await params;
  const query = singleValues(await searchParams);
  const framework = await getFramework(slug);
  if (!framework) notFound();
  const wanted = query.kind ?? "claim";
  if (wanted === "framework") redirect(routes.suggestFramework);
  const kind = isFrameworkKind(wanted) ? wanted : "claim";
  const claim = /^\d{1,9}$/.test(query.claim ?? "") ? (query.claim ?? null) : null;
  const fact = correctableFacts.find(({ key }) => key === query.fact)?.key ?? null;
  const back = new URLSearchParams({ kind, ...(claim && { claim }), ...(fact && { fact }) });
  await requireViewer(`${routes.suggest(slug)}?${back}`);
  const claims = await getClaimChoices(slug);
  return <SuggestPage framework={framework} kind={kind} fact={fact} claim={claim} claims={claims} />;
}
