import { bench, benchLog } from "@/lib/bench/bench";
import { answerNames, answerRules, answerValues, checks } from "@/lib/bench/checks";
import { measures } from "@/lib/bench/measures";
import { criteria } from "@/lib/claims/criteria";

const percent = (weight: number) => (weight === 0 ? "shown only" : `${Math.round(weight * 1000) / 10} %`);

/** The whole bench: what each criterion's score is made of, with the rule that decides each answer. */
export function BenchTable() {
  return (
    <div className="mt-8 max-w-3xl">
      <h3 className="text-xl font-semibold">The bench</h3>
      <p className="mt-1 text-muted">
        Answers are worth:{" "}
        {Object.entries(answerValues.part)
          .map(([id, worth]) => `${nameOf(id)} ${worth}`)
          .join(", ")}
        ;{" "}
        {Object.entries(answerValues.degree)
          .map(([id, worth]) => `${nameOf(id)} ${worth}`)
          .join(", ")}
        .
      </p>
      <dl className="ledger mt-3">
        {Object.entries(answerRules).map(([id, rule]) => (
          <div key={id} className="grid gap-x-6 py-2 text-sm sm:grid-cols-[14rem_1fr]">
            <dt>{answerNames[id as keyof typeof answerRules]}</dt>
            <dd>{rule}</dd>
          </div>
        ))}
      </dl>
      {criteria.map(({ id, name }) => (
        <details key={id} className="border-b border-line py-2" id={`bench-${id}`}>
          <summary>
            <span className="font-medium">{name}</span>
            <span className="text-muted"> · {bench[id].length} measures and checks</span>
          </summary>
          <dl className="ledger mt-2">
            {bench[id].map((item) => (
              <Line key={"check" in item ? item.check : item.measure} item={item} />
            ))}
          </dl>
        </details>
      ))}
      <h3 className="mt-6 text-lg font-semibold">Versions of the bench</h3>
      <ul className="mt-1 space-y-1 text-sm">
        {benchLog.map(({ version, date, why }) => (
          <li key={version}>
            <b>Bench {version}</b>, {date}: {why}
          </li>
        ))}
      </ul>
    </div>
  );
}

const nameOf = (id: string) => answerNames[id as keyof typeof answerNames].toLowerCase();

function Line({ item }: { item: (typeof bench)[keyof typeof bench][number] }) {
  const check = "check" in item ? checks.find(({ id }) => id === item.check) : undefined;
  const measure = "measure" in item ? measures.find(({ id }) => id === item.measure) : undefined;
  return (
    <div
      id={check && `check-${check.id}`}
      className="grid scroll-mt-16 gap-x-6 py-2 text-sm target:bg-accent-soft sm:grid-cols-[14rem_1fr]"
    >
      <dt>
        {check?.name ?? measure?.name}
        <span className="block font-mono text-xs text-muted">{percent(item.weight)}</span>
      </dt>
      <dd>
        {check ? (
          <>
            {check.question} <span className="text-muted">{check.rule}</span>
          </>
        ) : (
          <>
            {measure?.meaning} <span className="text-muted">{measure?.mapping}</span>
          </>
        )}
      </dd>
    </div>
  );
}
