import type { Metadata } from "next";
import { CataloguePage } from "@/components/frameworks/catalogue-page";
import { toSearchParams } from "@/lib/request/query";
import { routes } from "@/lib/site/routes";

export const metadata: Metadata = {
  title: "Backend frameworks, filtered",
  alternates: { canonical: routes.frameworks },
  robots: { index: false, follow: true },
};

export default async function Page({ searchParams }: PageProps<"/frameworks/~query">) {
  return <CataloguePage params={toSearchParams(await searchParams)} />;
}
