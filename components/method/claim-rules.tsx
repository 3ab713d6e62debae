import { criteria } from "@/lib/claims/criteria";
import { Section } from "../ui/section";
import { Prose } from "./prose";

/** What a claim is, and which sources can confirm one. */
export function ClaimRules() {
  return (
    <Section
      id="claims"
      title="Claims and sources"
      lead="A claim is one statement on one framework, in our words. It stands only with a source that makes it."
    >
      <Prose>
        <p>
          A source supports a claim or disputes it; each such assertion says where in the source, and a dispute says
          why. An article is one author’s opinion. Documentation, benchmarks and surveys are <em>primary evidence</em>:
          only they can confirm a claim. Statements of the articles that are wrong are kept, with what disputes them,
          because readers will meet them elsewhere. A reader’s report that a claim is outdated or wrong, once a
          moderator upholds it, disputes it like an article.
        </p>
        <p>
          Somebody whom a moderator confirmed as a maintainer of a framework can reply to its claims, marked as that. A
          reply is no evidence: it moves no verdict and no score. What a maintainer votes and rates, on their own
          framework too, counts by the same rules as everybody’s; a project’s word on itself still confirms no praise.
        </p>
        <p>
          Each claim belongs to one of {criteria.length} criteria:{" "}
          {criteria.map((criterion) => criterion.name.toLowerCase()).join(", ")}.
        </p>
      </Prose>
    </Section>
  );
}
