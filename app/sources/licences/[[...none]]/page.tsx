import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { LicencesPage } from "@/components/sources/licences-page";
import { routes } from "@/lib/site/routes";

export const revalidate = 3600;

export function generateStaticParams() {
  return [];
}

export const metadata: Metadata = {
  title: "Data licences",
  description: "Licences and notices of the data sets that Framewise shows.",
  alternates: { canonical: routes.licences },
};

export default async function Page({ params }: PageProps<"/sources/licences/[[...none]]">) {
  if ((await params).none) notFound();
  return <LicencesPage />;
}
