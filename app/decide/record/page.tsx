import type { Metadata } from "next";
import { RecordForm } from "@/components/decide/record-form";
import { parseDecision } from "@/lib/decide/search-params";
import { toSearchParams } from "@/lib/request/query";

export const metadata: Metadata = { title: "Make a record", robots: { index: false } };

export default async function Page({ searchParams }: PageProps<"/decide/record">) {
  return <RecordForm decision={parseDecision(toSearchParams(await searchParams))} />;
}
