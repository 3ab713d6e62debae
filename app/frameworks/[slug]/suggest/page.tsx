import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { SuggestPage } from "@/components/moderation/suggest-page";
import { checkOf } from "@/lib/bench/corrected-answer";
import { correctableFacts } from "@/lib/frameworks/corrected-fact";
import { getFramework } from "@/lib/frameworks/queries";
import { getClaimChoices } from "@/lib/moderation/queries";
import { chosenBy } from "@/lib/moderation/ways-in";
import { singleValues } from "@/lib/request/query";
import { requireViewer } from "@/lib/session/gate";
import { routes } from "@/lib/site/routes";

export const metadata: Metadata = { title: "Dispute or improve", robots: { index: false } };

export default async function Page({ params, searchParams }: PageProps<"/frameworks/[slug]/suggest">) {
  const { slug } = await params;
  const query = singleValues(await searchParams);
  const framework = await getFramework(slug);
  if (!framework) notFound();
  const claim = /^\d{1,9}$/.test(query.claim ?? "") ? (query.claim ?? null) : null;
  const fact = claim ? null : (correctableFacts.find(({ key }) => key === query.fact)?.key ?? null);
  const check = claim || fact ? null : (checkOf(query.check ?? "")?.id ?? null);
  const { way, kind, noun } = chosenBy(query, claim ? "claim" : fact ? "fact" : check ? "check" : null);
  if (kind === "framework") redirect(routes.suggestFramework);
  const about = noun === null ? { claim: null, fact: null, check: null } : { claim, fact, check };
  const named = Object.entries(about).flatMap(([key, value]) => (value === null ? [] : [[key, value]]));
  await requireViewer(routes.suggest(slug, { way, kind, ...Object.fromEntries(named) }));
  const claims = await getClaimChoices(slug);
  return <SuggestPage framework={framework} way={way} kind={kind} about={about} claims={claims} />;
}
