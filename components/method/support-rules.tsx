import { openEnd, supportStates } from "@/lib/releases/support";
import { Section } from "../ui/section";

/** The states of support, from dates. */
export function SupportRules() {
  return (
    <Section
      id="support"
      title="Support"
      lead="From published dates, against today’s date. A framework is in the state of its best line."
    >
      <dl className="ledger max-w-3xl">
        {supportStates.map((state) => (
          <div key={state.id} className="grid gap-x-6 py-2 sm:grid-cols-[14rem_1fr]">
            <dt className="font-medium">{state.name}</dt>
            <dd>{state.meaning}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-3 max-w-prose text-muted">
        A date that is known only to the year counts as the last day of it. “Not published” and “{openEnd}” are
        different things and are told apart.
      </p>
    </Section>
  );
}
