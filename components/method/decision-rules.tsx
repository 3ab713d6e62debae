import { clearLead, leastKnown } from "@/lib/decide/ranking";
import { reach, trials } from "@/lib/decide/weightings";
import { Section } from "../ui/section";
import { FlipExamples } from "./flip-examples";
import { Formula } from "./formula";
import { Prose } from "./prose";

/** How a ranking, its lead and its flip points are computed. */
export function DecisionRules() {
  return (
    <Section
      id="decide"
      title="Decisions"
      lead="Constraints first, then weights; what would change the winner is computed exactly."
    >
      <Prose>
        <p>
          What fails a constraint is excluded, with the reason. What is <em>unknown</em> is not “no”: it stays in,
          marked, unless the reader wants it out. A feature counts where it is built in or an official package; a
          support date where it is on or after the day asked for, or no end is announced.
        </p>
        <p>
          Weights become shares w of 1. A total is <Formula>Σ w · score</Formula>, shown with the interval that it has
          with all that is unknown at its worst and at its best. A score that is missing is stood in for by the mean of
          the framework’s own. A framework of which less than {leastKnown * 100} % of what counts is known stands apart,
          unranked.
        </p>
        <p>
          The lead of A over B is <Formula>(A − B) / (A − 1)</Formula>, its part of what A has above the scale’s lowest.
          Who is less than {clearLead * 100} % behind, or whose interval reaches over the first one’s, is too close to
          call.
        </p>
        <p>
          Flip points: when the share of criterion k moves to t, the others keep their proportions. With d the
          difference of leader and rival on k, and D that of their totals without k, the rival draws level at{" "}
          <Formula>t = D / (D − d)</Formula>; the nearest on each side of today’s share is named. Totals are straight
          lines in t, so who leads along the whole line is exact too.
        </p>
        <p>
          “First in …” is the part of the weightings near the reader’s own in which a framework comes first: every
          weight between its half and its {reach} fold, from {trials.toLocaleString("en")} fixed tries, right to about
          two points.
        </p>
        <p>
          In a team everybody’s total is computed from their own shares and, where they entered them, their own scores;
          the joint total is the mean. Spread is the standard deviation.
        </p>
      </Prose>
      <FlipExamples />
    </Section>
  );
}
