import { type Evidence, verdictOf } from "@/lib/claims/rules";
import { VerdictBadge } from "../claims/verdict-badge";
import { WorkedExamples } from "./worked-examples";

const base: Evidence = {
  stance: "supports",
  sourceKind: "article",
  date: "2020-11-18",
  since: null,
  versionEnded: null,
};
const docs: Evidence = { ...base, sourceKind: "official", date: "2026-08-21" };

const examples: { text: string; evidence: Evidence[]; votes?: { yes: number; no: number } }[] = [
  { text: "An article of 2020 says so; nothing else.", evidence: [base] },
  { text: "An article says so, and so does documentation of a supported version.", evidence: [base, docs] },
  { text: "An article says so; the documentation contradicts it.", evidence: [base, { ...docs, stance: "disputes" }] },
  { text: "Documentation says so; an article disputes it.", evidence: [docs, { ...base, stance: "disputes" }] },
  {
    text: "An article of 2020 says so; documentation says that this ended in 2022.",
    evidence: [base, { ...docs, stance: "disputes", since: "2022-01-01" }],
  },
  {
    text: "Only documentation of a version whose support ended says so.",
    evidence: [{ ...docs, date: "2020-05-01", versionEnded: "2023-01-24" }],
  },
  { text: "As the second, but 3 of 40 voters say yes.", evidence: [base, docs], votes: { yes: 3, no: 37 } },
];

/** Evidence, and the verdict that it comes to. */
export function VerdictExamples({ day }: { day: string }) {
  return (
    <WorkedExamples
      head={["Evidence", "Verdict"]}
      rows={examples.map(({ text, evidence, votes }) => [
        text,
        <VerdictBadge key="verdict" verdict={verdictOf(evidence, day, votes)} link={false} />,
      ])}
    />
  );
}
