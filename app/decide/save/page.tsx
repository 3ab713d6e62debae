import type { Metadata } from "next";
import { SavePage } from "@/components/decide/save-page";
import { getDecisions } from "@/lib/decide/queries";
import { decideSearch, parseDecision } from "@/lib/decide/search-params";
import { toSearchParams } from "@/lib/request/query";
import { requireViewer } from "@/lib/session/gate";
import { getLists } from "@/lib/shortlist/queries";
import { routes } from "@/lib/site/routes";

export const metadata: Metadata = { title: "Save the decision", robots: { index: false } };

export default async function Page({ searchParams }: PageProps<"/decide/save">) {
  const decision = parseDecision(toSearchParams(await searchParams));
  const viewer = await requireViewer(`${routes.saveDecision}${decideSearch(decision)}`);
  const [lists, decisions] = await Promise.all([getLists(viewer.personId), getDecisions(viewer.personId)]);
  const saved = decisions.filter(({ own, members }) => own && members === 0);
  const chosen = new Set(decision.frameworks);
  // The list that holds the very same frameworks is the one that is meant.
  const same = lists.find(
    ({ entries }) => entries.length === chosen.size && entries.every(({ slug }) => chosen.has(slug)),
  );
  return <SavePage decision={decision} lists={lists} saved={saved} list={chosen.size > 0 ? (same?.id ?? "") : ""} />;
}
