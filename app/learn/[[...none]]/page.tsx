import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { LearnPage } from "@/components/learn/learn-page";
import { routes } from "@/lib/site/routes";

export const revalidate = 3600;

/** Optional and without parameters at build time: rendered on the first request, then kept. */
export function generateStaticParams() {
  return [];
}

export const metadata: Metadata = {
  title: "What a back-end framework is, and how to choose one",
  description:
    "What it does for you, whom it suits, and the questions that decide: from two articles, with what we add.",
  alternates: { canonical: routes.learn },
};

export default async function Page({ params }: PageProps<"/learn/[[...none]]">) {
  if ((await params).none) notFound();
  return <LearnPage />;
}
