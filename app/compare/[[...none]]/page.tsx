import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PickerPage } from "@/components/compare/picker-page";
import { routes } from "@/lib/site/routes";

export const revalidate = 3600;

export function generateStaticParams() {
  return [];
}

export const metadata: Metadata = {
  title: "Compare backend frameworks side by side",
  description: "Two to ten backend frameworks side by side: facts, support, scores, pros and cons with their sources.",
  alternates: { canonical: routes.compare },
};

export default async function Page({ params }: PageProps<"/compare/[[...none]]">) {
  if ((await params).none) notFound();
  return <PickerPage />;
}
