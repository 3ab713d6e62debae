import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { IntegrityPage } from "@/components/community/integrity-page";
import { routes } from "@/lib/site/routes";

export const revalidate = 3600;

export function generateStaticParams() {
  return [];
}

export const metadata: Metadata = {
  title: "Integrity: whose votes count",
  description:
    "From when on an account's votes and ratings count, how many are kept, counted and discounted, and the log of it.",
  alternates: { canonical: routes.integrity },
};

export default async function Page({ params }: PageProps<"/integrity/[[...none]]">) {
  if ((await params).none) notFound();
  return <IntegrityPage />;
}
