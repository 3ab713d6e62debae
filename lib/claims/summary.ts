import type { Level } from "./kinds.ts";
import type { Verdict } from "./rules.ts";

/** Every level that a source supports: more than one when sources disagree. */
export function levelsOf(
  claims: readonly { level: Level | null; assertions: readonly { stance: "supports" | "disputes" }[] }[],
): Level[] {
  const found = new Set<Level>();
  for (const claim of claims) {
    const supported = claim.assertions.some((assertion) => assertion.stance === "supports");
    if (claim.level && supported) found.add(claim.level);
  }
  return [...found];
}

/** Kinds of work that a claim recommends it for, unless that claim is disputed or outdated. */
export function useCasesOf(claims: readonly { useCases: string[]; verdict: Verdict }[]): string[] {
  const standing = claims.filter((claim) => claim.verdict !== "disputed" && claim.verdict !== "outdated");
  return [...new Set(standing.flatMap((claim) => claim.useCases))];
}

/**
 * How many claims are still true, of all: "12 of 18". Where none is, in words: "0 of 18" would read as if all were
 * false, when nobody may have verified any.
 */
export function confirmedText({
  confirmed,
  contested,
  claims,
}: {
  confirmed: number;
  contested: number;
  claims: number;
}) {
  if (claims === 0) return "no claims";
  if (confirmed > 0) return `${confirmed} of ${claims}`;
  return contested === 0 ? `none of ${claims} verified` : `none of ${claims} verified, ${contested} contested`;
}
