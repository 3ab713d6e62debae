import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { type About, SuggestPage } from "@/components/moderation/suggest-page";
import { checkOf } from "@/lib/bench/corrected-answer";
import { measureOf } from "@/lib/bench/corrected-measure";
import { correctableFacts } from "@/lib/frameworks/corrected-fact";
import { getFramework } from "@/lib/frameworks/queries";
import { getClaimChoices } from "@/lib/moderation/queries";
import { chosenBy, type Noun } from "@/lib/moderation/ways-in";
import { singleValues } from "@/lib/request/query";
import { requireViewer } from "@/lib/session/gate";
import { routes } from "@/lib/site/routes";

export const metadata: Metadata = { title: "Dispute or improve", robots: { index: false } };

const nothing: About = { claim: null, fact: null, check: null, release: null, measure: null };

export default async function Page({ params, searchParams }: PageProps<"/frameworks/[slug]/suggest">) {
  const { slug } = await params;
  const query = singleValues(await searchParams);
  const framework = await getFramework(slug);
  if (!framework) notFound();
  const asked: About = {
    claim: /^\d{1,9}$/.test(query.claim ?? "") ? (query.claim ?? null) : null,
    fact: correctableFacts.find(({ key }) => key === query.fact)?.key ?? null,
    check: checkOf(query.check ?? "")?.id ?? null,
    release: framework.releases.find(({ cycle }) => cycle === query.release)?.cycle ?? null,
    measure: measureOf(query.measure ?? "")?.id ?? null,
  };
  const from = (Object.keys(asked) as Noun[]).find((one) => asked[one] !== null) ?? null;
  const { way, kind, noun } = chosenBy(query, from);
  if (kind === "framework") redirect(routes.suggestFramework);
  const about: About = { ...nothing, ...(noun !== null && { [noun]: asked[noun] }) };
  const named = noun === null ? {} : { [noun]: asked[noun] ?? "" };
  await requireViewer(routes.suggest(slug, { way, kind, ...named }));
  const claims = await getClaimChoices(slug);
  return <SuggestPage framework={framework} way={way} kind={kind} about={about} claims={claims} />;
}
