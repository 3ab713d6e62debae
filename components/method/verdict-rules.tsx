import { minimumVotes, verdicts } from "@/lib/claims/rules";
import { VerdictBadge } from "../claims/verdict-badge";
import { Section } from "../ui/section";
import { VerdictExamples } from "./verdict-examples";

/** How a claim gets its verdict, on the day given. */
export function VerdictRules({ day }: { day: string }) {
  return (
    <Section
      id="verdict"
      title="Verdict"
      lead="The first rule that fits decides. Evidence that is dated later than the day asked for is not known yet."
    >
      <ol className="max-w-prose list-decimal space-y-1 pl-5">
        <li>
          <b>Outdated</b> when most voters say that it is not true: at least {minimumVotes} votes, and the Wilson lower
          bound of “no” over ½.
        </li>
        <li>
          <b>Outdated</b> when a dispute says since when it no longer holds, and nothing confirms it.
        </li>
        <li>
          <b>Partly</b> when it is both confirmed and disputed.
        </li>
        <li>
          <b>Disputed</b> when it is disputed and not confirmed.
        </li>
        <li>
          <b>Still true</b> when it is confirmed.
        </li>
        <li>
          <b>Says the project</b> when it is praise, and only its own project confirms it.
        </li>
        <li>
          <b>Unverified</b> otherwise.
        </li>
      </ol>
      <p className="mt-3 max-w-prose">
        Confirmed means: primary evidence supports it, written of a version that is still supported on that day; or most
        voters say yes. Praise needs evidence that isn’t the project’s own: a measure, a check, a survey or an
        independent source. Which version a source speaks of is the release line that was current at its date.
      </p>
      <dl className="ledger mt-6 max-w-3xl">
        {verdicts.map((verdict) => (
          <div
            key={verdict.id}
            id={`verdict-${verdict.id}`}
            className="grid gap-x-6 py-2 target:bg-accent-soft sm:grid-cols-[8rem_1fr]"
          >
            <dt>
              <VerdictBadge verdict={verdict.id} link={false} />
            </dt>
            <dd>{verdict.meaning}</dd>
          </div>
        ))}
      </dl>
      <VerdictExamples day={day} />
    </Section>
  );
}
