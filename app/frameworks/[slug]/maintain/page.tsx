import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { MaintainPage } from "@/components/maintainers/maintain-page";
import { getFramework } from "@/lib/frameworks/queries";
import { getMaintenance, getOwnReplies } from "@/lib/maintainers/queries";
import { singleValues } from "@/lib/request/query";
import { requireViewer } from "@/lib/session/gate";
import { routes } from "@/lib/site/routes";

export const metadata: Metadata = { title: "Reply as a maintainer", robots: { index: false } };

export default async function Page({ params, searchParams }: PageProps<"/frameworks/[slug]/maintain">) {
  const { slug } = await params;
  const query = singleValues(await searchParams);
  const framework = await getFramework(slug);
  if (!framework) notFound();
  const number = (text: string | undefined) => (/^\d{1,9}$/.test(text ?? "") ? Number(text) : null);
  const claim = number(query.claim);
  const viewer = await requireViewer(`${routes.maintain(slug)}${claim === null ? "" : `?claim=${claim}`}`);
  const maintenance = await getMaintenance(viewer, slug);
  const isKnown = maintenance.state === "confirmed" || maintenance.confirmed !== null;
  return (
    <MaintainPage
      framework={framework}
      maintenance={maintenance}
      claims={isKnown ? await getOwnReplies(viewer, slug) : []}
      chosen={claim}
      done={{ replied: number(query.replied), removed: number(query.removed), asked: query.asked === "1" }}
    />
  );
}
