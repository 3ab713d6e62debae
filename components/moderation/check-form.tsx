import { answerRules, checks } from "@/lib/bench/checks";
import { answersTo, answerText, checkOf } from "@/lib/bench/corrected-answer";
import { suggestCheckAction } from "@/lib/moderation/actions";
import { routes } from "@/lib/site/routes";
import { ActionForm } from "../form/action-form";
import { RadioField } from "../form/radio-field";
import { Choose, CorrectedFields, Stands } from "./corrected-fields";
import type { SuggestPageProps } from "./suggest-page";

export function CheckForm({ framework: { slug, answers }, way, about }: SuggestPageProps) {
  const standsOf = (id: string) => answers.find(({ check }) => check === id) ?? null;
  const check = about.check && checkOf(about.check);
  if (!check)
    return (
      <Choose
        slug={slug}
        way={way}
        kind="check"
        label="Which check?"
        options={checks.map(({ id, name }) => ({
          value: id,
          text: `${name}: ${answerText(standsOf(id)?.answer ?? null)}`,
        }))}
      />
    );
  const stands = standsOf(check.id);
  const now = stands?.answer ?? "unknown";
  // Who disputes an answer doesn't give the same.
  const options = answersTo(check).filter(({ id }) => way === "improve" || id !== now);
  return (
    <>
      <Stands name={check.name} text={answerText(stands?.answer ?? null)} read={stands} />
      <p className="mt-4 max-w-prose">
        <span>{check.question}</span> <span className="text-muted">{check.rule}</span>
      </p>
      {check.scale === "part" && (
        <details className="mt-2 text-sm">
          <summary className="text-muted">What each answer means</summary>
          <dl className="mt-1 space-y-1">
            {Object.entries(answerRules).map(([id, rule]) => (
              <div key={id}>
                <dt className="font-medium">{answerText(id)}</dt>
                <dd className="text-muted">{rule}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
      <p className="mt-2 text-sm text-muted">
        The rule is the same for every framework, and so is what an answer is worth:{" "}
        <a href={`${routes.method}#check-${check.id}`} className="link">
          the bench
        </a>
      </p>
      <ActionForm
        action={suggestCheckAction}
        fields={{ framework: slug, check: check.id, way }}
        submit={way === "dispute" ? "Dispute it" : "Suggest it"}
        once
      >
        <RadioField
          name="answer"
          legend="What is right?"
          options={options.map(({ id, name }) => ({ value: id, text: name }))}
          value={way === "improve" && stands ? now : undefined}
        />
        <CorrectedFields way={way} stands={stands} />
      </ActionForm>
    </>
  );
}
