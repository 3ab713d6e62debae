import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CataloguePage } from "@/components/frameworks/catalogue-page";
import { defaultView } from "@/lib/frameworks/search-params";
import { routes } from "@/lib/site/routes";

export const revalidate = 3600;

export function generateStaticParams() {
  return [];
}

export const metadata: Metadata = {
  title: "All backend frameworks: filter, sort, compare",
  description:
    "Backend frameworks by language, kind, level, support and what comes with them; with how many claims on each are still true.",
  alternates: { canonical: routes.frameworks },
};

export default async function Page({ params }: PageProps<"/frameworks/[[...none]]">) {
  if ((await params).none) notFound();
  return <CataloguePage view={defaultView} />;
}
