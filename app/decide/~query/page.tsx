import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { DecidePage } from "@/components/decide/decide-page";
import { outcomeText } from "@/components/decide/outcome-summary";
import { narrow, outcomeOf } from "@/lib/decide/decide";
import { getOptions } from "@/lib/decide/queries";
import { decideSearch, onlyKnown, parseDecision } from "@/lib/decide/search-params";
import { toSearchParams } from "@/lib/request/query";
import { shareImage, siteName } from "@/lib/site/identity";
import { routes } from "@/lib/site/routes";

type Props = PageProps<"/decide/~query">;

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const options = await getOptions();
  const decision = onlyKnown(parseDecision(toSearchParams(await searchParams)), options);
  const narrowed = narrow(decision, options);
  const address = `${routes.decide}${decideSearch(decision)}`;
  const description = outcomeText(outcomeOf(decision.weights, narrowed.allowed), narrowed);
  return {
    title: "A decision",
    description,
    robots: { index: false, follow: true },
    openGraph: {
      siteName,
      type: "website",
      url: address,
      description,
      images: [shareImage(`${routes.decide}/card.png${decideSearch(decision)}`)],
    },
  };
}

/** A decision that its address holds. What the form sends without scripts is led to the short address. */
export default async function Page({ searchParams }: Props) {
  const params = toSearchParams(await searchParams);
  if (params.has("go")) redirect(`${routes.decide}${decideSearch(parseDecision(params))}`);
  return <DecidePage params={params} />;
}
