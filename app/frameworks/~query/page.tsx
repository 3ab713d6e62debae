import type { Metadata } from "next";
import { permanentRedirect } from "next/navigation";
import { CataloguePage } from "@/components/frameworks/catalogue-page";
import { catalogueSearch, isMisspelled, parseCatalogueView } from "@/lib/frameworks/search-params";
import { toSearchParams } from "@/lib/request/query";
import { routes } from "@/lib/site/routes";

export const metadata: Metadata = {
  title: "Backend frameworks, filtered",
  alternates: { canonical: routes.frameworks },
  robots: { index: false, follow: true },
};

export default async function Page({ searchParams }: PageProps<"/frameworks/~query">) {
  const params = toSearchParams(await searchParams);
  const view = parseCatalogueView(params);
  // Of one view one address: here, as nothing below can redirect once the page has begun.
  if (isMisspelled(params, view)) permanentRedirect(`${routes.frameworks}${catalogueSearch(view)}`);
  return <CataloguePage view={view} />;
}
