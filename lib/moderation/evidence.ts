import "server-only";
import crypto from "node:crypto";
import type { Transaction } from "../db/index.ts";
import { suggestedSource } from "../sources/suggested.ts";
import { currentClaim } from "./current-claim.ts";
import { suggestedPosition } from "./rules.ts";

/** A page that speaks for or against a claim, as somebody suggested it. */
interface Page {
  claim: number;
  stance: "supports" | "disputes";
  locator: string;
  note: string;
  url: string;
  sourceTitle: string;
  publisher: string;
  date: string;
}

/** Enters what a page says of a claim. Throws a `Refusal` (409) when the claim is gone. */
export async function enterFromPage(
  tx: Transaction,
  suggestionId: string,
  sourceKind: string | null,
  page: Page,
): Promise<void> {
  const slug = `${suggestedSource}${crypto.createHash("sha256").update(`${page.url} ${page.date}`).digest("hex").slice(0, 16)}`;
  await currentClaim(tx, page.claim);
  await enter(
    tx,
    suggestionId,
    page.claim,
    {
      slug,
      // Opinion, unless a moderator has looked and says what it is.
      kind: sourceKind ?? "article",
      title: page.sourceTitle,
      publisher: page.publisher,
      url: page.url,
      date: page.date,
    },
    {
      stance: page.stance,
      locator: page.locator,
      url: page.url,
      // A dispute says why; the database insists on it.
      note: page.note || (page.stance === "disputes" ? page.locator : null),
      since: null,
    },
  );
}

/** Puts an assertion behind those that a claim has, with its source where that is new. */
export async function enter(
  tx: Transaction,
  suggestionId: string,
  claimId: number,
  source: { slug: string; kind: string; title: string; publisher: string; url: string | null; date: string },
  assertion: { stance: string; locator: string; url: string | null; note: string | null; since: string | null },
): Promise<void> {
  const { id: sourceId } = await tx.source.upsert({
    where: { slug: source.slug },
    create: source,
    // Not nothing: only so is it one statement, and two at once don't fail.
    update: { slug: source.slug },
    select: { id: true },
  });
  const last = await tx.assertion.aggregate({ where: { claimId }, _max: { position: true } });
  await tx.assertion.create({
    data: {
      claimId,
      sourceId,
      position: Math.max(suggestedPosition, (last._max.position ?? 0) + 1),
      suggestionId,
      ...assertion,
    },
  });
}
