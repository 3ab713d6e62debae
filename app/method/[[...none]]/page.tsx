import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { MethodPage } from "@/components/method/method-page";
import { routes } from "@/lib/site/routes";

export const revalidate = 3600;

export function generateStaticParams() {
  return [];
}

export const metadata: Metadata = {
  title: "Method",
  description: "Every rule and formula behind verdicts, scores, support states and warnings, with worked examples.",
  alternates: { canonical: routes.method },
};

export default async function Page({ params }: PageProps<"/method/[[...none]]">) {
  if ((await params).none) notFound();
  return <MethodPage />;
}
