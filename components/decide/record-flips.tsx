import { criterionOf } from "@/lib/claims/criteria";
import { flipWords } from "@/lib/decide/flip-words";
import type { RecordData } from "@/lib/decide/record";
import { Section } from "../ui/section";

/** At what share of a criterion another would have come first. */
export function RecordFlips({ record: { flips, options, shares } }: { record: RecordData }) {
  const nameOf = (slug: string) => options.find((option) => option.slug === slug)?.name ?? slug;
  const changing = flips.filter(({ below, above }) => below ?? above);
  return (
    <Section id="flips" title="What would change the first place">
      {changing.length === 0 ? (
        <p>No share of a single criterion would.</p>
      ) : (
        <ul className="ledger max-w-prose">
          {changing.map(({ criterion, below, above }) => {
            const { now, said } = flipWords(shares.find((one) => one.criterion === criterion)?.share ?? 0, {
              below: below && { at: below.at, name: nameOf(below.slug) },
              above: above && { at: above.at, name: nameOf(above.slug) },
            });
            return (
              <li key={criterion} className="py-1.5">
                {`${criterionOf(criterion).name}, now ${now}: ${said}.`}
              </li>
            );
          })}
        </ul>
      )}
    </Section>
  );
}
