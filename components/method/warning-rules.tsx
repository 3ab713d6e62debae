import { contestedShare, quietDays } from "@/lib/frameworks/warnings";
import { endingDays } from "@/lib/releases/support";
import { Section } from "../ui/section";
import { WarningExamples } from "./warning-examples";

/** When a page warns, as of the day given. */
export function WarningRules({ day }: { day: string }) {
  return (
    <Section
      id="warnings"
      title="Warnings"
      lead="At most one on a framework’s page: the gravest that applies, in this order."
    >
      <ol className="max-w-prose list-decimal space-y-1 pl-5">
        <li>Its makers only fix it, or have left it.</li>
        <li>Every release line is past its end of life.</li>
        <li>The last supported line ends within {endingDays} days.</li>
        <li>No release for {quietDays} days (18 months).</li>
        <li>
          Of six or more claims, at least {Math.round(contestedShare * 100)} % are partly true, disputed or outdated.
        </li>
      </ol>
      <p className="mt-4 text-sm text-muted">As they look:</p>
      <WarningExamples day={day} />
    </Section>
  );
}
