import { criterionOf } from "@/lib/claims/criteria";
import { percent } from "@/lib/decide/percent";
import type { RecordData } from "@/lib/decide/record";
import { BriefPart } from "./brief-part";

/** So many criteria stand by name; the rest is summed up. */
const mostNamed = 6;

/** What was asked of the frameworks: constraints, and what counts how much. */
export function RecordDrivers({ record: { demands, shares } }: { record: RecordData }) {
  const counting = shares.filter(({ share }) => share > 0).toSorted((a, b) => b.share - a.share);
  const rest = counting.slice(mostNamed);
  const lines: { name: string; share: number }[] = counting
    .slice(0, mostNamed)
    .map(({ criterion, share }) => ({ name: criterionOf(criterion).name, share }));
  if (rest.length > 0)
    lines.push({
      name: rest.length === 1 ? criterionOf(rest[0]?.criterion ?? "").name : `${rest.length} more criteria`,
      share: rest.reduce((sum, { share }) => sum + share, 0),
    });
  const most = Math.max(...lines.map(({ share }) => share));
  return (
    <BriefPart id="drivers" title="What counts">
      {demands.length > 0 && (
        <ul className="mb-2 list-disc pl-5">
          {demands.map((demand) => (
            <li key={demand}>{`Must be ${demand}`}</li>
          ))}
        </ul>
      )}
      <ul>
        {lines.map(({ name, share }) => (
          <li key={name} className="grid grid-cols-[9rem_minmax(0,1fr)_3.5rem] items-center gap-2 py-0.5">
            <span>{name}</span>
            <span aria-hidden="true" className="h-2 bg-sunken">
              <span
                className="block h-full bg-ink print:border-t-8 print:border-ink"
                style={{ width: `${(share / most) * 100}%` }}
              />
            </span>
            <span className="text-right font-mono text-sm">{percent(share)}</span>
          </li>
        ))}
      </ul>
    </BriefPart>
  );
}
