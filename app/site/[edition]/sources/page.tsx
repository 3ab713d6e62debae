import type { Metadata } from "next";
import { SourcesPage } from "@/components/sources/sources-page";
import { onlyLive } from "@/lib/edition";
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

export default async function Page({ params }: PageProps<"/site/[edition]/sources">) {
  await onlyLive(params);
  return <SourcesPage />;
}
