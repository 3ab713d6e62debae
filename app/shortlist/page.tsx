import type { Metadata } from "next";
import { ShortlistPage } from "@/components/shortlist/shortlist-page";
import { VisitorShortlist } from "@/components/shortlist/visitor-shortlist";
import { getDecisions, getRecords } from "@/lib/decide/queries";
import { singleValues } from "@/lib/request/query";
import { getViewer } from "@/lib/session/viewer";
import { getLists } from "@/lib/shortlist/queries";
import { statuses } from "@/lib/shortlist/rules";
import { getVisitorSaved } from "@/lib/shortlist/visitor";

export const metadata: Metadata = { title: "Shortlist", robots: { index: false } };

export default async function Page({ searchParams }: PageProps<"/shortlist">) {
  const viewer = await getViewer();
  if (!viewer) return <VisitorShortlist saved={await getVisitorSaved()} />;
  const query = singleValues(await searchParams);
  const { personId } = viewer;
  const [lists, decisions, records] = await Promise.all([
    getLists(personId),
    getDecisions(personId),
    getRecords(personId),
  ]);
  const open = lists.find(({ id }) => id === query.list) ?? lists[0] ?? null;
  const { removed, position, note = "", reason = "" } = query;
  const status = statuses.find(({ id }) => id === query.status)?.id ?? "considering";
  const off = removed && !open?.entries.some(({ slug }) => slug === removed);
  const undo = off ? { slug: removed, position: Number(position) || 0, status, note, reason } : null;
  return (
    <ShortlistPage
      lists={lists}
      decisions={decisions}
      records={records}
      open={open}
      undo={undo}
      gone={query.gone === "1"}
    />
  );
}
