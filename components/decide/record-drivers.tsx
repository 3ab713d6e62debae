import { criterionOf } from "@/lib/claims/criteria";
import { percent } from "@/lib/decide/percent";
import type { RecordData } from "@/lib/decide/record";
import { Section } from "../ui/section";

/** What was asked of the frameworks: constraints, and what counts how much. */
export function RecordDrivers({ record: { demands, shares } }: { record: RecordData }) {
  return (
    <Section id="drivers" title="Drivers">
      <ul className="ledger max-w-prose">
        {demands.map((demand) => (
          <li key={demand} className="py-1.5">
            {`Constraint: ${demand}`}
          </li>
        ))}
        {shares
          .filter(({ share }) => share > 0)
          .toSorted((a, b) => b.share - a.share)
          .map(({ criterion, share }) => (
            <li key={criterion} className="flex justify-between gap-4 py-1.5">
              <span>
                <span>{`${criterionOf(criterion).name} `}</span>
                <span className="text-sm text-muted">{criterionOf(criterion).question}</span>
              </span>
              <span className="font-mono">{percent(share)}</span>
            </li>
          ))}
      </ul>
    </Section>
  );
}
