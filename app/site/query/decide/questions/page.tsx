import { redirect } from "next/navigation";
import { weightsFrom } from "@/lib/decide/questions";
import { decideSearch, parseDecision, questionKeys } from "@/lib/decide/search-params";
import { toSearchParams } from "@/lib/frameworks/search-params";
import { routes } from "@/lib/site";

/** What the questions' form sends: leads to the decision that the answers make. */
export default async function Page({ searchParams }: PageProps<"/site/query/decide/questions">) {
  const params = toSearchParams(await searchParams);
  const answers = questionKeys.flatMap((key) => (params.has(key) ? [`${key}.${params.get(key)}`] : []));
  const { constraints, ...asked } = parseDecision(new URLSearchParams({ a: answers.join(",") }));
  const { knows } = parseDecision(params).constraints;
  const decision = { ...asked, constraints: { ...constraints, knows }, weights: weightsFrom(asked.answers) };
  redirect(`${routes.decide}${decideSearch(decision)}`);
}
