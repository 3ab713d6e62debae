import type { Metadata } from "next";
import { notFound, permanentRedirect } from "next/navigation";
import { FrameworkPage } from "@/components/frameworks/framework-page";
import { getFramework } from "@/lib/frameworks/queries";
import { shareAs } from "@/lib/site/identity";
import { routes } from "@/lib/site/routes";
import { isSlug } from "@/lib/text/slug";

export const revalidate = 3600;

/** Empty: pages are rendered on the first request, so that building needs no database. */
export function generateStaticParams() {
  return [];
}

async function load(params: Promise<{ slug: string }>) {
  const { slug } = await params;
  if (!isSlug(slug.toLowerCase())) notFound();
  const framework = (await getFramework(slug.toLowerCase())) ?? notFound();
  if (framework.slug !== slug) permanentRedirect(routes.framework(framework.slug));
  return framework;
}

export async function generateMetadata({ params }: PageProps<"/frameworks/[slug]">): Promise<Metadata> {
  const { name, tagline, slug, claims } = await load(params);
  return {
    title: `${name}: pros and cons with sources`,
    description: `${tagline} ${claims.length} claims on ${name}, each with its sources, their year and a verdict on whether it is still true.`,
    alternates: {
      canonical: routes.framework(slug),
      types: { "application/atom+xml": [{ url: routes.frameworkFeed(slug), title: `${name}: what changed` }] },
    },
    openGraph: shareAs(routes.framework(slug)),
  };
}

export default async function Page({ params }: PageProps<"/frameworks/[slug]">) {
  return <FrameworkPage framework={await load(params)} />;
}
