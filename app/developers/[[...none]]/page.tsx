import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { DevelopersPage } from "@/components/api/developers-page";
import { routes } from "@/lib/site/routes";

export const revalidate = 3600;

export function generateStaticParams() {
  return [];
}

export const metadata: Metadata = {
  title: "Developers",
  description:
    "A public API to read frameworks, claims with their sources, votes, ratings and comparisons; and a dump.",
  alternates: { canonical: routes.developers },
};

export default async function Page({ params }: PageProps<"/developers/[[...none]]">) {
  if ((await params).none) notFound();
  return <DevelopersPage />;
}
