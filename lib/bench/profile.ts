import { criteria } from "../claims/criteria.ts";

/** "Best: maturity 4.9, testing 4.8; least: performance 1.9": what bars of scores say, for who doesn't see them. */
export function profileWords(scores: readonly (number | null)[]): string {
  const known = scores.flatMap((score, index) =>
    score === null ? [] : [{ name: criteria[index]?.name.toLowerCase(), score }],
  );
  const sorted = known.toSorted((a, b) => b.score - a.score);
  const say = (list: typeof known) => list.map(({ name, score }) => `${name} ${score.toFixed(1)}`).join(", ");
  if (sorted.length < 3) return sorted.length === 0 ? "No scores" : say(sorted);
  return `Best: ${say(sorted.slice(0, 2))}; least: ${say(sorted.slice(-1))}`;
}
