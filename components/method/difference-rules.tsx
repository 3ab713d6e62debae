import { bench } from "@/lib/bench/bench";
import { leastApart, mostDifferences } from "@/lib/compare/differences";
import { Section } from "../ui/section";
import { Formula } from "./formula";
import { Prose } from "./prose";
import { WorkedExamples } from "./worked-examples";

const weightOf = (id: string) => bench.security.find((item) => "check" in item && item.check === id)?.weight ?? 0;

const points = (weight: number, best: number, worst: number) => (4 * weight * (best - worst)).toFixed(2);

/** What a comparison names as the largest differences. */
export function DifferenceRules() {
  const csrf = weightOf("csrf");
  const limiting = weightOf("rate-limiting");
  return (
    <Section
      id="differences"
      title="What sets frameworks apart"
      lead={`A comparison begins with the ${mostDifferences} largest differences that are evidenced.`}
    >
      <Prose>
        <p>
          A check or a measure is a difference where it is known, with a source, of at least two of the compared, and
          the best and the worst lie {leastApart} or more apart on its scale of 0 to 1; of a measure, also beyond what
          is uncertain in it. It counts by the points of a score by which it sets them apart:{" "}
          <Formula>4 · weight · distance</Formula>. Unknown is not “no”, so it makes no difference.
        </p>
        <p>
          Claims make a difference where a pro that is still true or partly true stands for one, a con of that kind
          against another, and no check or measure decides either. It counts by the distance of what claims move their
          scores by. What only opinion supports makes no difference.
        </p>
        <p>
          The largest come first, one of each criterion, so that they say different things. Of a past year only claims
          are left, as checks and measures are known for today only.
        </p>
      </Prose>
      <WorkedExamples
        head={["Best and worst", "Weight", "Points"]}
        rows={[
          ["CSRF protection: built in (1), none (0)", `${Math.round(csrf * 100)} %`, points(csrf, 1, 0)],
          [
            "Rate limiting: built in (1), third party (0.15)",
            `${Math.round(limiting * 100)} %`,
            points(limiting, 1, 0.15),
          ],
          ["Rate limiting: built in (1), official package (0.8)", `${Math.round(limiting * 100)} %`, "no difference"],
        ]}
      />
    </Section>
  );
}
