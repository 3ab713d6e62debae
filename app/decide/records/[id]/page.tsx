import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { RecordPage } from "@/components/decide/record-page";
import { getChangesSince, getRecord } from "@/lib/decide/queries";
import { today } from "@/lib/site";

type Props = PageProps<"/decide/records/[id]">;

/** Whoever has the address may read a record; nobody is to find it. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const record = await getRecord((await params).id);
  return { title: record?.words.title || "A decision’s record", robots: { index: false } };
}

export default async function Page({ params }: Props) {
  const { id } = await params;
  const record = (await getRecord(id)) ?? notFound();
  return <RecordPage id={id} record={record} changes={await getChangesSince(record)} day={today()} />;
}
