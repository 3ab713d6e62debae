import { suggestReleaseAction } from "@/lib/moderation/actions";
import { lineRow, lineText } from "@/lib/releases/corrected-line";
import { ActionForm } from "../form/action-form";
import { TextField } from "../form/text-field";
import { Choose, CorrectedFields, Stands } from "./corrected-fields";
import type { SuggestPageProps } from "./suggest-page";

const endHint = "A day such as 2027-04-30; “open” where no end is announced; “ended” where the day isn’t known.";

export function ReleaseForm({ framework, way, about }: SuggestPageProps) {
  const { slug, name, releases, supportSource, supportAsOf } = framework;
  if (releases.length === 0)
    return <p className="mt-6 max-w-prose">{`No release line of ${name} is known here: say so as something else.`}</p>;
  const line = releases.find(({ cycle }) => cycle === about.release);
  if (!line)
    return (
      <Choose
        slug={slug}
        way={way}
        kind="release"
        label="Which release line?"
        options={releases.map((one) => ({ value: one.cycle, text: `${one.cycle}: ${lineText(lineRow(one))}` }))}
      />
    );
  const { note, source, asOf, ...dates } = lineRow(line);
  const stands = { note, source: source ?? supportSource, asOf: asOf ?? supportAsOf };
  return (
    <>
      <Stands name={`${name} ${line.cycle}`} text={lineText(lineRow(line))} read={stands} />
      <ActionForm
        action={suggestReleaseAction}
        fields={{ framework: slug, release: line.cycle, way }}
        submit={way === "dispute" ? "Dispute it" : "Suggest it"}
        once
      >
        <TextField
          name="released"
          label="Released"
          hint="A day, a month or a year."
          defaultValue={dates.released ?? ""}
          optional
        />
        <TextField
          name="activeUntil"
          label="Full support until"
          hint={endHint}
          defaultValue={dates.activeUntil ?? ""}
          optional
        />
        <TextField name="endOfLife" label="End of life" hint={endHint} defaultValue={dates.endOfLife ?? ""} optional />
        <CorrectedFields way={way} stands={stands} />
      </ActionForm>
    </>
  );
}
