import { wilsonLower, wilsonZ } from "@/lib/claims/rules";
import { Section } from "../ui/section";
import { Prose } from "./prose";
import { WorkedExamples } from "./worked-examples";

/** In which order claims stand. */
export function OrderRules() {
  return (
    <Section id="order" title="Order of claims" lead="Best supported first.">
      <Prose>
        <p>
          By the Wilson lower bound of “yes” among the votes, at z = {wilsonZ}; among equals by verdict, then by the
          number of supporting sources. The bound keeps one enthusiastic vote from beating many:
        </p>
      </Prose>
      <WorkedExamples
        head={["Yes of all votes", "Share", "Lower bound"]}
        rows={[
          [1, 1],
          [9, 10],
          [90, 100],
        ].map(([yes = 0, n = 1]) => [`${yes} of ${n}`, (yes / n).toFixed(2), wilsonLower(yes, n).toFixed(4)])}
      />
    </Section>
  );
}
