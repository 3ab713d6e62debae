import type { Metadata } from "next";
import { QuestionsPage } from "@/components/decide/questions-page";
import { onlyLive } from "@/lib/edition";
import { getCatalogue } from "@/lib/frameworks/queries";
import { routes } from "@/lib/site";

export const revalidate = 3600;

export function generateStaticParams() {
  return [];
}

export const metadata: Metadata = {
  title: "Which backend framework should I learn or use?",
  description: "Four plain questions lead to a ranking of backend frameworks with its reasons and sources.",
  alternates: { canonical: routes.questions },
};

export default async function Page({ params }: PageProps<"/site/[edition]/decide/questions">) {
  await onlyLive(params);
  const languages = [...new Set((await getCatalogue()).flatMap((row) => row.languages))];
  return <QuestionsPage languages={languages.sort((a, b) => a.localeCompare(b, "en"))} />;
}
