import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ValidityPage } from "@/components/bench/validity-page";
import { routes } from "@/lib/site/routes";

export const revalidate = 3600;

/** Optional and without parameters at build time: rendered on the first request, then kept. */
export function generateStaticParams() {
  return [];
}

export const metadata: Metadata = {
  title: "Are the scores right?",
  description:
    "How often the bench agrees with benchmarks left out of it, with surveys and with experts, failures too.",
  alternates: { canonical: routes.validity },
};

export default async function Page({ params }: PageProps<"/method/validity/[[...none]]">) {
  if ((await params).none) notFound();
  return <ValidityPage />;
}
