import type { NextRequest } from "next/server";
import { outcomeText } from "@/components/decide/outcome-summary";
import { decisionCard } from "@/components/site/share-card";
import { narrow, outcomeOf } from "@/lib/decide/decide";
import { getOptions } from "@/lib/decide/queries";
import { onlyKnown, parseDecision } from "@/lib/decide/search-params";

/** The picture of a decision, as its address says it. */
export async function GET(request: NextRequest) {
  const options = await getOptions();
  const decision = onlyKnown(parseDecision(request.nextUrl.searchParams), options);
  const narrowed = narrow(decision, options);
  const outcome = outcomeOf(decision.weights, narrowed.allowed);
  return decisionCard(outcomeText(outcome, narrowed), outcome.ranked.slice(0, 5));
}
