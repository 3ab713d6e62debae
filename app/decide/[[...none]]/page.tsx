import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { DecidePage } from "@/components/decide/decide-page";
import { shareAs } from "@/lib/site/identity";
import { routes } from "@/lib/site/routes";

export const revalidate = 3600;

export function generateStaticParams() {
  return [];
}

export const metadata: Metadata = {
  title: "Decide: weigh backend frameworks, see what would change the winner",
  description:
    "Say what is required and what counts: a live ranking from sourced scores, exact flip points, and a record to defend it.",
  alternates: { canonical: routes.decide },
  openGraph: shareAs(routes.decide),
};

export default async function Page({ params }: PageProps<"/decide/[[...none]]">) {
  if ((await params).none) notFound();
  return <DecidePage params={new URLSearchParams()} />;
}
