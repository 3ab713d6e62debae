import type { Metadata } from "next";
import { ComparePage } from "@/components/compare/compare-page";
import { loadPair } from "@/lib/compare/load";
import { compareMetadata } from "@/lib/compare/metadata";
import { parseCompareView } from "@/lib/compare/search-params";
import { toSearchParams } from "@/lib/request/query";

type Props = PageProps<"/compare/[pair]/~query">;

async function load({ params, searchParams }: Props) {
  const view = parseCompareView(toSearchParams(await searchParams));
  return { compared: await loadPair((await params).pair, view), view };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { compared } = await load(props);
  return { ...compareMetadata(compared), robots: { index: false, follow: true } };
}

/** The comparison with the reader's choice of rows, differences or year. */
export default async function Page(props: Props) {
  return <ComparePage {...(await load(props))} />;
}
