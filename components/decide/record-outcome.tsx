import { doubtText } from "@/lib/decide/madr";
import type { RecordData } from "@/lib/decide/record";
import { routes } from "@/lib/site/routes";
import { Section } from "../ui/section";
import { RecordRanking } from "./record-ranking";

/** What was chosen and why, how clear it was, and the ranking that it came from. */
export function RecordOutcome({ record }: { record: RecordData }) {
  const { words, options } = record;
  const chosen = options.find(({ slug }) => slug === words.chosen);
  return (
    <Section id="outcome" title="Outcome">
      {chosen && (
        <p className="text-xl">
          <span>{"Chosen: "}</span>
          <a href={routes.framework(chosen.slug)} className="link font-medium">
            {chosen.name}
          </a>
          <span>{`, ${chosen.rank === 1 ? "first" : `number ${chosen.rank}`} with ${chosen.total.toFixed(2)} of 5.`}</span>
        </p>
      )}
      {words.because && (
        <p dir="auto" className="mt-2 max-w-prose whitespace-pre-line">
          {words.because}
        </p>
      )}
      {record.group.length > 1 && <p className="mt-2 max-w-prose">{doubtText(record)}</p>}
      <RecordRanking options={options} />
      {record.excluded.length > 0 && (
        <p className="mt-4 text-sm">{`Excluded: ${record.excluded.map(({ name, because }) => `${name} (${because.join("; ")})`).join(", ")}.`}</p>
      )}
    </Section>
  );
}
