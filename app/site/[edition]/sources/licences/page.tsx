import type { Metadata } from "next";
import { LicencesPage } from "@/components/sources/licences-page";
import { onlyLive } from "@/lib/edition";
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

export default async function Page({ params }: PageProps<"/site/[edition]/sources/licences">) {
  await onlyLive(params);
  return <LicencesPage />;
}
