import type { CriterionScore } from "@/lib/frameworks/score";
import { routes } from "@/lib/site/routes";

/** A score with what it rests on. Without evidence it says so and shows no number. */
export function ScoreMeter({ score }: { score: CriterionScore }) {
  if (score.claims === 0 && score.ratings === 0)
    return <span className="text-sm text-muted">no evidence for a score</span>;
  const text = score.value.toFixed(1);
  return (
    <a
      href={`${routes.method}#score`}
      className="group inline-flex items-center gap-2 text-sm text-muted"
      title="How this score comes about"
    >
      <svg width="84" height="8" viewBox="0 0 84 8" aria-hidden="true">
        <rect width="84" height="8" rx="2" fill="var(--sunken)" />
        <rect width={(84 * (score.value - 1)) / 4} height="8" rx="2" fill="var(--ink)" />
        <line x1="42" x2="42" y1="0" y2="8" stroke="var(--paper)" strokeWidth="1.5" />
      </svg>
      <span className="group-hover:underline">
        <span className="font-mono text-ink">{text}</span>
        <span className="sr-only"> of 5</span> from {score.claims} {score.claims === 1 ? "claim" : "claims"},{" "}
        {score.ratings === 0 ? "no ratings yet" : `${score.ratings} ${score.ratings === 1 ? "rating" : "ratings"}`}
      </span>
    </a>
  );
}
