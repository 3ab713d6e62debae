import type { Metadata } from "next";
import { DevelopersPage } from "@/components/api/developers-page";
import { onlyLive } from "@/lib/edition";
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

export default async function Page({ params }: PageProps<"/site/[edition]/developers">) {
  await onlyLive(params);
  return <DevelopersPage />;
}
