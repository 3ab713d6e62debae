import { Section } from "../ui/section";
import { Prose } from "./prose";

/** What stands behind a fact, and behind our readings. */
export function FactRules() {
  return (
    <Section id="facts" title="Facts" lead="Each with the page it was read on and the day of that reading.">
      <Prose>
        <p>
          “Unknown” means that we found no page that says it. “Our reading” marks a judgement, such as the kind of a
          framework. How a feature comes (built in, official package, third party) is our reading of the linked page.
          Rivals are computed: same language, then same kind, then shared use cases; among equals the one with more
          stars.
        </p>
      </Prose>
    </Section>
  );
}
