import type { NextRequest } from "next/server";
import { verdictText } from "@/components/decide/verdict";
import { decisionCard } from "@/components/site/share-card";
import { fieldOf, outcomeOf } from "@/lib/decide/decide";
import { getOptions } from "@/lib/decide/queries";
import { parseDecision } from "@/lib/decide/search-params";

/** The picture of a decision, as its address says it. */
export async function GET(request: NextRequest) {
  const decision = parseDecision(request.nextUrl.searchParams);
  const field = fieldOf(decision, await getOptions());
  const outcome = outcomeOf(decision.weights, field.allowed);
  const picture = await decisionCard(verdictText(outcome, field), outcome.ranked.slice(0, 5));
  picture.headers.set("Cache-Control", "public, max-age=3600");
  return picture;
}
