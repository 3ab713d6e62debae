import type { Metadata } from "next";
import { ComparePage } from "@/components/compare/compare-page";
import { rememberPair } from "@/lib/cache/refresh";
import { loadPair } from "@/lib/compare/load";
import { compareMetadata } from "@/lib/compare/metadata";
import { parseCompareView } from "@/lib/compare/search-params";

export const revalidate = 3600;

export function generateStaticParams() {
  return [];
}

const plain = parseCompareView(new URLSearchParams());

export async function generateMetadata({ params }: PageProps<"/compare/[pair]">): Promise<Metadata> {
  return compareMetadata(await loadPair((await params).pair, plain));
}

export default async function Page({ params }: PageProps<"/compare/[pair]">) {
  const { pair } = await params;
  const compared = await loadPair(pair, plain);
  rememberPair(pair);
  return <ComparePage compared={compared} view={plain} />;
}
