import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SourcePage } from "@/components/sources/source-page";
import { getSource } from "@/lib/claims/source";
import { routes } from "@/lib/site/routes";
import { isSlug } from "@/lib/text/slug";

export const revalidate = 3600;

export function generateStaticParams() {
  return [];
}

async function load(params: Promise<{ slug: string }>) {
  const { slug } = await params;
  if (!isSlug(slug)) notFound();
  return (await getSource(slug)) ?? notFound();
}

export async function generateMetadata({ params }: PageProps<"/sources/[slug]">): Promise<Metadata> {
  const { title, publisher, date, slug, claims } = await load(params);
  return {
    title: `${title} (${date.slice(0, 4)})`,
    description: `${publisher}, ${date}: ${claims.length} claims on backend frameworks, what others dispute of them, and what has gone stale since.`,
    alternates: { canonical: routes.source(slug) },
  };
}

export default async function Page({ params }: PageProps<"/sources/[slug]">) {
  return <SourcePage source={await load(params)} />;
}
