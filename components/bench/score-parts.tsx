import { Scroll } from "@/components/ui/scroll";
import type { BenchItem } from "@/lib/bench/bench";
import { partsOf } from "@/lib/bench/bench-score";
import { answerNames, checks } from "@/lib/bench/checks";
import { measureText } from "@/lib/bench/measure-text";
import { measures } from "@/lib/bench/measures";
import { type CriterionId, criterionOf } from "@/lib/claims/criteria";
import type { FrameworkView } from "@/lib/frameworks/framework";
import { OneWayIn } from "../moderation/ways-in";
import { FactSource } from "../site/fact-source";

/** Every measure and check behind a score, with its answer, what that is worth, its weight, source and date. */
export function ScoreParts({ framework, criterion }: { framework: FrameworkView; criterion: CriterionId }) {
  const parts = partsOf(criterion, {
    answers: Object.fromEntries(framework.answers.map(({ check, answer }) => [check, answer])),
    measures: Object.fromEntries(framework.measures.map((one) => [one.measure, one])),
  });
  const label = `What the score on ${criterionOf(criterion).name.toLowerCase()} is made of`;
  return (
    <Scroll label={label} className="mt-2">
      <table className="score-parts">
        <caption className="sr-only">{label}</caption>
        <thead>
          <tr>
            {["Measure or check", "Found", "Worth", "Weight"].map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {parts.map(({ item, worth }) => (
            <tr key={idOf(item)}>
              <th scope="row">{nameOf(item)}</th>
              <td>
                <Found item={item} framework={framework} />
              </td>
              <td>{worthText(item, worth)}</td>
              <td>{weightText(item)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

/** A part that is only shown is worth nothing; "?" where it isn't known. */
const worthText = ({ weight }: BenchItem, worth: number | null) =>
  weight === 0 ? "–" : worth === null ? "?" : worth.toFixed(2);

const weightText = ({ weight }: BenchItem) => (weight === 0 ? "shown only" : `${Math.round(weight * 100)} %`);

const idOf = (item: BenchItem) => ("check" in item ? item.check : item.measure);

const nameOf = (item: BenchItem) =>
  "check" in item
    ? checks.find(({ id }) => id === item.check)?.name
    : measures.find(({ id }) => id === item.measure)?.name;

/** What was found, with its note, where it was read, and the ways to change it. */
function Found({ item, framework }: { item: BenchItem; framework: FrameworkView }) {
  const answer = "check" in item ? framework.answers.find(({ check }) => check === item.check) : undefined;
  const measured = "measure" in item ? framework.measures.find(({ measure }) => measure === item.measure) : undefined;
  const found = answer ?? measured;
  const about = "check" in item ? (`check=${item.check}` as const) : (`measure=${item.measure}` as const);
  const ways = <OneWayIn slug={framework.slug} about={about} unknown={!found} />;
  if (!found)
    return (
      <>
        <span>unknown</span> {ways}
      </>
    );
  return (
    <>
      {answer ? answerNames[answer.answer] : measured && measureText(measured)}
      {found.note && <span>{` · ${found.note} `}</span>}{" "}
      {found.source && <FactSource source={found.source} asOf={found.asOf} what={nameOf(item) ?? ""} />} {ways}
    </>
  );
}
