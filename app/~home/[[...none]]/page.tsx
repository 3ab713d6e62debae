import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { HomePage } from "@/components/site/home-page";
import { siteClaim, siteName } from "@/lib/site/identity";
import { routes } from "@/lib/site/routes";

export const revalidate = 3600;

export function generateStaticParams() {
  return [];
}

export const metadata: Metadata = {
  title: { absolute: `${siteName}: ${siteClaim.toLowerCase()}` },
  alternates: { canonical: routes.home },
};

/**
 * Stands aside of its address, which next.config.ts leads here: a catch-all at the root would render, and keep, a page
 * for every address that anybody makes up.
 */
export default async function Page({ params }: PageProps<"/~home/[[...none]]">) {
  if ((await params).none) notFound();
  return <HomePage />;
}
