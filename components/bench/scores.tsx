import { benchVersion } from "@/lib/bench/bench";
import type { CriterionScore } from "@/lib/bench/score";
import { criteria } from "@/lib/claims/criteria";
import type { FrameworkView } from "@/lib/frameworks/framework";
import { ScoreMeter } from "../claims/score-meter";
import { ScoreParts } from "./score-parts";

/** A framework's score on every criterion; each opens into the measures and checks that it is made of. */
export function Scores({ framework }: { framework: FrameworkView }) {
  return (
    <>
      <div className="scores">
        {criteria.map((criterion) => {
          const score = framework.scores.find((one) => one.criterion === criterion.id);
          if (!score) return null;
          return (
            <details key={criterion.id}>
              <summary>
                <span>
                  <b>{criterion.name}</b> <span>{criterion.question}</span>
                </span>
                <ScoreMeter score={score} />
              </summary>
              {/* A browser that is sent to a place inside of a closed part opens it. */}
              <div id={`score-${criterion.id}`}>
                <ScoreParts framework={framework} criterion={criterion.id} />
                <Moved score={score} />
              </div>
            </details>
          );
        })}
      </div>
      <p className="mt-3 text-sm text-muted">
        Bench {benchVersion}, the same for every framework. The thin line is what is unknown or uncertain. How scores
        are made is on the page Method.
      </p>
    </>
  );
}

/** What claims and ratings do to the bench's score, in words. */
function Moved({ score: { bench, shift, claims, value, ratings, low, high } }: { score: CriterionScore }) {
  const signed = `${shift < 0 ? "−" : "+"}${Math.abs(shift).toFixed(2)}`;
  return (
    <p>
      {bench === null
        ? `Too little is known for a single number: between ${low.toFixed(1)} and ${high.toFixed(1)}.`
        : `Measures and checks: ${bench.toFixed(2)}.`}{" "}
      {claims === 0
        ? "No claim moves it further."
        : `${claims} ${claims === 1 ? "claim" : "claims"} that no check decides: ${signed}.`}{" "}
      {ratings === 0
        ? "No ratings yet."
        : `With ${ratings} ${ratings === 1 ? "rating" : "ratings"}: ${value?.toFixed(2)}.`}
    </p>
  );
}
