import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { HistoryPage } from "@/components/history/history-page";
import { getHistory } from "@/lib/history/queries";
import { routes } from "@/lib/site/routes";
import { isSlug } from "@/lib/text/slug";

export const revalidate = 3600;

export function generateStaticParams() {
  return [];
}

async function load(params: Promise<{ slug: string }>) {
  const { slug } = await params;
  if (!isSlug(slug)) notFound();
  return (await getHistory(slug)) ?? notFound();
}

export async function generateMetadata({ params }: PageProps<"/frameworks/[slug]/history">): Promise<Metadata> {
  const { slug, name } = await load(params);
  return {
    title: `${name}: what changed`,
    description: `Releases and ends of support of ${name}, what sources said and dispute, verdicts that flipped, and what readers entered: when, why, and whose word it is.`,
    alternates: {
      canonical: routes.history(slug),
      types: { "application/atom+xml": [{ url: routes.frameworkFeed(slug), title: `${name}: what changed` }] },
    },
  };
}

export default async function Page({ params }: PageProps<"/frameworks/[slug]/history">) {
  return <HistoryPage history={await load(params)} />;
}
