import { benchVersion } from "@/lib/bench/bench";
import { leastCoverage } from "@/lib/bench/bench-score";
import { priorWeight, verdicts, verdictWeight } from "@/lib/claims/rules";
import { BenchTable } from "../bench/bench-table";
import { Section } from "../ui/section";
import { Formula } from "./formula";
import { Prose } from "./prose";
import { ShiftExamples } from "./shift-examples";

/** How a score is made: the bench, then claims, then ratings. */
export function ScoreRules() {
  return (
    <Section
      id="score"
      title="Score"
      lead="A framework’s score on a criterion, from 1 to 5. It depends on nothing but that framework: adding or hiding another never changes it."
    >
      <Prose>
        <p>
          First the <em>bench</em> (version {benchVersion}): measures and checks that are the same for every framework.
          Each is worth 0 to 1 and has a weight; <Formula>b = Σ weight · worth</Formula> over what is known, and the
          bench’s score is <Formula>1 + 4·b</Formula>. What is unknown widens the interval, from all of it at 0 to all
          of it at 1, and never counts as the middle. Where less than {leastCoverage * 100} % of the weight is known
          there is no single score, only the interval.
        </p>
        <p>
          Claims then move it by at most half a point: <Formula>0.5·(P − N) / (P + N + 2)</Formula>, where P and N add
          up the weights of claims that raise it (pros, beginner level) and lower it (cons, advanced level), by their
          verdicts: {verdicts.map(({ id, name }) => `${name.toLowerCase()} ${verdictWeight[id]}`).join(", ")}. A claim
          that a check or measure already decides isn’t counted again.
        </p>
        <p>
          Ratings of people move it last: <Formula>(C·m + Σ ratings) / (C + n)</Formula> with C = {priorWeight}, so that
          the evidence is worth {priorWeight} ratings.
        </p>
      </Prose>
      <ShiftExamples />
      <BenchTable />
    </Section>
  );
}
