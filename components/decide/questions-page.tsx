import { writeOwnScores } from "@/lib/decide/own-scores";
import { questions } from "@/lib/decide/questions";
import type { Decision } from "@/lib/decide/search-params";
import { routes } from "@/lib/site/routes";

/** For who does not know yet what the criteria mean: a few plain questions lead to weights. */
export function QuestionsPage({ languages, decision }: { languages: string[]; decision: Decision }) {
  const { frameworks, constraints, strict, answers, own } = decision;
  const { knows, level, until, oneLine, closed, ...lists } = constraints;
  const along: [string, string][] = [
    ...frameworks.map((slug): [string, string] => ["f", slug]),
    ...Object.entries(lists).flatMap(([name, values]) => values.map((value): [string, string] => [name, value])),
    ...(level ? [["level", level] as [string, string]] : []),
    ...(until ? [["until", until] as [string, string]] : []),
    ...(oneLine ? [["line", "1"] as [string, string]] : []),
    ...(closed ? [["closed", "1"] as [string, string]] : []),
    ...(strict ? [["strict", "1"] as [string, string]] : []),
    ...(own.length > 0 ? [["own", writeOwnScores(own)] as [string, string]] : []),
  ];
  return (
    <div className="mx-auto max-w-2xl">
      <h1 className="mt-10 text-5xl">Which one suits you?</h1>
      <p className="mt-3 text-lg text-muted">
        Answer what you can; leave out the rest. Your answers become weights, which you see and can change.{" "}
        <a href={routes.learn} className="link">
          What a back-end framework is
        </a>
      </p>
      <form action={routes.questions} className="mt-6">
        {along.map(([name, value]) => (
          <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
        ))}
        <fieldset className="border-t border-line py-4">
          <legend className="float-left mb-2 w-full text-lg font-medium">
            Which languages do you or your team write?{" "}
            <span className="text-base font-normal text-muted">
              Only frameworks in these are ranked; none: all are.
            </span>
          </legend>
          <div className="clear-both grid grid-cols-2 gap-x-4 sm:grid-cols-3">
            {languages.map((language) => (
              <label key={language} className="flex min-h-9 items-center gap-2.5">
                <input
                  type="checkbox"
                  name="knows"
                  value={language}
                  defaultChecked={knows.includes(language)}
                  className="size-4 accent-[var(--accent)]"
                />
                <span>{language}</span>
              </label>
            ))}
          </div>
        </fieldset>
        {questions.map((question) => (
          <fieldset key={question.id} className="border-t border-line py-4">
            <legend className="float-left mb-2 w-full text-lg font-medium">{question.text}</legend>
            {[...question.choices, { id: "", text: "No answer" }].map((choice) => (
              <label key={choice.id} className="clear-both flex min-h-9 items-center gap-2.5">
                <input
                  type="radio"
                  name={question.id}
                  value={choice.id}
                  defaultChecked={
                    choice.id === ""
                      ? !answers.some((answer) => answer.startsWith(`${question.id}.`))
                      : answers.includes(`${question.id}.${choice.id}`)
                  }
                  className="size-4 accent-[var(--accent)]"
                />
                <span className={choice.id === "" ? "text-muted" : ""}>{choice.text}</span>
              </label>
            ))}
          </fieldset>
        ))}
        <button type="submit" name="go" value="1" className="button button-strong mt-2 px-5 py-2 text-base">
          Show what suits me
        </button>
      </form>
    </div>
  );
}

/** The languages of the catalogue, by name. */
export const languagesOf = (rows: readonly { languages: string[] }[]) =>
  [...new Set(rows.flatMap((row) => row.languages))].sort((a, b) => a.localeCompare(b, "en"));
