import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { languagesOf, QuestionsPage } from "@/components/decide/questions-page";
import { blankDecision } from "@/lib/decide/search-params";
import { getCatalogue } from "@/lib/frameworks/queries";
import { routes } from "@/lib/site/routes";

export const revalidate = 3600;

export function generateStaticParams() {
  return [];
}

export const metadata: Metadata = {
  title: "Which backend framework should I learn or use?",
  description: "Four plain questions lead to a ranking of backend frameworks with its reasons and sources.",
  alternates: { canonical: routes.questions },
};

export default async function Page({ params }: PageProps<"/decide/questions/[[...none]]">) {
  if ((await params).none) notFound();
  return <QuestionsPage languages={languagesOf(await getCatalogue())} decision={blankDecision} />;
}
