import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { SearchPage } from "@/components/search/search-page";
import { singleValues } from "@/lib/request/query";
import { getFinder } from "@/lib/search/queries";
import { groups, queryOf } from "@/lib/search/schema";
import { routes } from "@/lib/site/routes";

export async function generateMetadata({ searchParams }: PageProps<"/search">): Promise<Metadata> {
  const q = queryOf(singleValues(await searchParams).q);
  return {
    title: q ? `Search: ${q}` : "Search",
    description: "Frameworks, features, checks and claims, found by name, by alias or by what is said of them.",
    alternates: { canonical: routes.search },
    robots: { index: false, follow: true },
  };
}

/** A name that is typed into the header's field leads to its framework at once; the page itself always shows results. */
export default async function Page({ searchParams }: PageProps<"/search">) {
  const query = singleValues(await searchParams);
  const q = queryOf(query.q);
  const finder = await getFinder();
  const named = query.go ? finder.named(q) : null;
  if (named) redirect(routes.framework(named));
  return <SearchPage finder={finder} query={q} only={groups.find(({ id }) => id === query.in)?.id ?? null} />;
}
