import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { RatePage } from "@/components/ratings/rate-page";
import { getFramework } from "@/lib/frameworks/queries";
import { getHiddenBecause, getOwnRating } from "@/lib/ratings/queries";
import { requireViewer } from "@/lib/session/gate";
import { routes } from "@/lib/site/routes";

export const metadata: Metadata = { title: "Rate", robots: { index: false } };

export default async function Page({ params }: PageProps<"/frameworks/[slug]/rate">) {
  const { slug } = await params;
  const framework = await getFramework(slug);
  if (!framework) notFound();
  const viewer = await requireViewer(routes.rate(slug));
  const [own, hiddenBecause] = await Promise.all([
    getOwnRating(viewer.personId, slug),
    getHiddenBecause(viewer.personId, slug),
  ]);
  return <RatePage framework={framework} own={own} hiddenBecause={hiddenBecause} />;
}
