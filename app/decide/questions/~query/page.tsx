import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { languagesOf, QuestionsPage } from "@/components/decide/questions-page";
import { evenWeights } from "@/lib/decide/presets";
import { givenOf, weightsFrom } from "@/lib/decide/questions";
import { decideSearch, parseDecision, questionKeys } from "@/lib/decide/search-params";
import { getCatalogue } from "@/lib/frameworks/queries";
import { toSearchParams } from "@/lib/request/query";
import { routes } from "@/lib/site/routes";

export const metadata: Metadata = { title: "Which backend framework suits you?", robots: { index: false } };

/** The questions as they were answered before; what their form sends leads to the decision that the answers make. */
export default async function Page({ searchParams }: PageProps<"/decide/questions/~query">) {
  const params = toSearchParams(await searchParams);
  const decision = parseDecision(params);
  const asked = questionKeys.flatMap((key) => (params.has(key) ? [`${key}.${params.get(key)}`] : []));
  if (!params.has("go") && asked.length === 0)
    return <QuestionsPage languages={languagesOf(await getCatalogue())} decision={decision} />;
  const answers = givenOf(asked).map(({ answer }) => answer);
  const weights = answers.length > 0 ? weightsFrom(answers) : evenWeights;
  return redirect(`${routes.decide}${decideSearch({ ...decision, answers, weights })}`);
}
