import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { RecordPage } from "@/components/decide/record-page";
import { noteOpened } from "@/lib/decide/mutations";
import { getChangesSince, getRecord } from "@/lib/decide/queries";
import { can } from "@/lib/session/permissions";
import { getViewer } from "@/lib/session/viewer";
import { today } from "@/lib/text/dates";

type Props = PageProps<"/decide/records/[id]">;

/** Whoever has the address may read a record; nobody is to find it. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const kept = await getRecord((await params).id);
  return { title: kept?.record.words.title || "A decision’s record", robots: { index: false } };
}

export default async function Page({ params }: Props) {
  const { id } = await params;
  const kept = (await getRecord(id)) ?? notFound();
  await noteOpened(id);
  const viewer = await getViewer();
  return (
    <RecordPage
      id={id}
      {...kept}
      changes={await getChangesSince(kept.record)}
      day={today()}
      moderating={viewer !== null && can(viewer, "claims.moderate")}
    />
  );
}
