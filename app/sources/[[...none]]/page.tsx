import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SourcesPage } from "@/components/sources/sources-page";
import { routes } from "@/lib/site/routes";

export const revalidate = 3600;

export function generateStaticParams() {
  return [];
}

export const metadata: Metadata = {
  title: "Sources",
  description: "Every publication behind the claims, what others dispute of it and what has gone stale since.",
  alternates: { canonical: routes.sources },
};

export default async function Page({ params }: PageProps<"/sources/[[...none]]">) {
  if ((await params).none) notFound();
  return <SourcesPage />;
}
