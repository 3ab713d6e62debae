import type { Metadata } from "next";
import { HomePage } from "@/components/site/home-page";
import { onlyLive } from "@/lib/edition";
import { siteClaim, siteName } from "@/lib/site/identity";
import { routes } from "@/lib/site/routes";

export const revalidate = 3600;

export function generateStaticParams() {
  return [];
}

export const metadata: Metadata = {
  title: { absolute: `${siteName}: ${siteClaim.toLowerCase()}` },
  alternates: { canonical: routes.home },
};

export default async function Page({ params }: { params: Promise<{ edition: string }> }) {
  await onlyLive(params);
  return <HomePage />;
}
