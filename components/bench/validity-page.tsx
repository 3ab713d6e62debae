import { Scroll } from "@/components/ui/scroll";
import { Section } from "@/components/ui/section";
import { TableHead } from "@/components/ui/table-head";
import { benchVersion } from "@/lib/bench/bench";
import type { Agreement } from "@/lib/bench/throughput";
import { getCatalogue } from "@/lib/frameworks/queries";
import { routes } from "@/lib/site/routes";
import { getValidity } from "@/lib/validity/queries";
import { agreementText, type ProfileResult, together } from "@/lib/validity/rules";
import { SecondReadings } from "./second-readings";

/** How we know that the scores are right: every check of them, with its failures. */
export async function ValidityPage() {
  const [{ runs, suites, survey, profiles, answerSets }, rows] = await Promise.all([getValidity(), getCatalogue()]);
  const nameOf = (slug: string) => rows.find((row) => row.slug === slug)?.name ?? slug;
  const half = (unseen: boolean) => profiles.filter((one) => one.unseen === unseen);
  const held = (list: readonly ProfileResult[]) => `${list.filter(({ holds }) => holds).length} of ${list.length}`;
  return (
    <>
      <h1 className="mt-10 text-5xl">Are the scores right?</h1>
      <p className="mt-3 max-w-prose text-lg text-muted">
        Bench {benchVersion}, held against figures that it didn’t see and against what experienced developers would say.
        Computed by the code that makes the scores; failures are shown too. The rules are on the page{" "}
        <a href={routes.method} className="link">
          Method
        </a>
        .
      </p>
      <Section
        id="throughput"
        title="Throughput"
        lead="The joint fit without one run, or without a whole suite, against what was left out: of the pairs of frameworks that differ by over 25 % there, how many it orders the same way."
      >
        <LeftOut what="Run left out" list={runs} />
        <LeftOut what="Suite left out" list={suites} />
        <p className="mt-3 max-w-prose text-sm text-muted">
          Runs whose slower half lies within the noise (a new connection for every request) aren’t used.
        </p>
      </Section>
      <Section
        id="survey"
        title="Ecosystem"
        lead="Stars, people and registries, without the survey, against how many of those asked by Stack Overflow use it."
      >
        <p>
          {agreementText(survey)} of {survey.pairs} pairs agree.
        </p>
      </Section>
      <SecondReadings nameOf={nameOf} />
      <Section
        id="profiles"
        title="Profiles"
        lead="Readers’ situations with who must be among the first three and who must never lead, written down before any weight was tuned. Half of them weren’t looked at while tuning."
      >
        <p>
          {held(profiles)} hold: {held(half(false))} of those seen while tuning, {held(half(true))} of those unseen.
        </p>
        <Scroll label="Profiles" className="mt-3">
          <table className="w-full text-sm">
            <caption className="sr-only">Profiles</caption>
            <TableHead names={["Situation", "First three", "Holds", "Why"]} figures={[]} />
            <tbody>
              {profiles.map(({ profile, unseen, first, holds }) => (
                <tr key={profile.id} className="border-t border-line align-baseline">
                  <th scope="row" className="py-1.5 pr-4 text-left font-normal">
                    {profile.situation}
                    {unseen && <span className="text-muted"> (unseen)</span>}
                  </th>
                  <td className="py-1.5 pr-4">{first.map(nameOf).join(", ")}</td>
                  <td className={`py-1.5 pr-4 ${holds ? "text-still-true" : "text-refused"}`}>
                    {holds ? "✓ yes" : "✕ no"}
                  </td>
                  <td className="py-1.5 text-muted">{profile.why}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      </Section>
      <Section
        id="answers"
        title="All answers to the questions"
        lead="Who comes first over every way to answer the questions, for a reader of any language and of each."
      >
        <p className="max-w-prose">
          {answerSets.sets.toLocaleString("en")} answer sets.{" "}
          {answerSets.notForNewWork.length === 0
            ? "None puts a framework first that isn’t for new work."
            : `Not for new work, and first in some: ${answerSets.notForNewWork.map(nameOf).join(", ")}.`}
        </p>
        <p className="mt-2 max-w-prose text-sm text-muted">
          {answerSets.leaders.map(({ slug, times }) => `${nameOf(slug)} ${times.toLocaleString("en")}`).join(" · ")}
        </p>
      </Section>
    </>
  );
}

function LeftOut({ what, list }: { what: string; list: readonly (Agreement & { left: string })[] }) {
  return (
    <Scroll label={what} className="mt-4">
      <table className="w-full max-w-2xl text-sm">
        <caption className="sr-only">{what}</caption>
        <TableHead names={[what, "Pairs", "Agree"]} figures={["Pairs", "Agree"]} />
        <tbody>
          {[...list, { left: "All", ...together(list) }].map((one) => (
            <tr key={one.left} className="border-t border-line">
              <th scope="row" className="py-1 pr-4 text-left font-normal">
                {one.left}
              </th>
              <td className="py-1 pr-4 text-right font-mono">{one.pairs.toLocaleString("en")}</td>
              <td className="py-1 text-right font-mono">{agreementText(one)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
