import { doubtText } from "@/lib/decide/madr";
import { exactPercent } from "@/lib/decide/percent";
import { enteredText, type RecordData } from "@/lib/decide/record";
import { routes } from "@/lib/site/routes";
import { BriefPart } from "./brief-part";

/** So many of the ranking are read on the first page; all are in the appendix. */
const mostShown = 5;

/** What was chosen and why, how clear it was, and who came after it. */
export function RecordOutcome({ record }: { record: RecordData }) {
  const { words, options, lead, group, team } = record;
  const chosen = options.find(({ slug }) => slug === words.chosen);
  const entered = enteredText(record);
  const second = options.find(({ rank }) => rank > 1);
  return (
    <BriefPart id="outcome" title="Outcome">
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
        <p dir="auto" className="mt-1 whitespace-pre-line">
          {words.because}
        </p>
      )}
      <p className="mt-1">
        <span>
          {group.length > 1
            ? doubtText(record)
            : lead !== null && second && `A clear lead: ${exactPercent(lead)} ahead of ${second.name}.`}
        </span>
        {team && <span>{` The joint decision of ${team.people}, round ${team.round}, opened on ${team.opened}.`}</span>}
      </p>
      {entered && (
        <p className="mt-1 text-sm text-muted">{`Scores entered by the team, in place of the evidence’s: ${entered}.`}</p>
      )}
      <ol className="mt-2">
        {options.slice(0, mostShown).map(({ slug, name, rank, total, low, high }) => (
          <li key={slug} className="grid grid-cols-[1.5rem_minmax(0,1fr)_auto] gap-2 py-0.5">
            <span className="font-mono text-sm">{rank}</span>
            <span className={slug === words.chosen ? "font-medium" : ""}>{name}</span>
            <span className="font-mono text-sm">
              <span>{total.toFixed(2)}</span>
              {high - low > 0.005 && <span className="text-muted">{` (${low.toFixed(2)} to ${high.toFixed(2)})`}</span>}
            </span>
          </li>
        ))}
      </ol>
      {(options.length > mostShown || record.excluded.length > 0) && (
        <p className="mt-1 text-sm text-muted">
          {options.length > mostShown && <span>{`${options.length - mostShown} more are ranked. `}</span>}
          {record.excluded.length > 0 && <span>{`${record.excluded.length} were excluded by the constraints. `}</span>}
          <a href="#ranking" className="link">
            All of them
          </a>
        </p>
      )}
    </BriefPart>
  );
}
