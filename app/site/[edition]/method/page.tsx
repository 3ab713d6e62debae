import type { Metadata } from "next";
import { MethodPage } from "@/components/site/method-page";
import { onlyLive } from "@/lib/edition";
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

export default async function Page({ params }: PageProps<"/site/[edition]/method">) {
  await onlyLive(params);
  return <MethodPage />;
}
