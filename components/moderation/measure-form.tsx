import { countedMeasures, figureText, measureOf, originOf } from "@/lib/bench/corrected-measure";
import { suggestMeasureAction } from "@/lib/moderation/actions";
import { routes } from "@/lib/site/routes";
import { ActionForm } from "../form/action-form";
import { TextField } from "../form/text-field";
import { Choose, CorrectedFields, Stands } from "./corrected-fields";
import { CorrectionForm } from "./correction-form";
import type { SuggestPageProps } from "./suggest-page";

/** A figure that somebody counted is put right by hand; one that follows from others is put right there, or in words. */
export function MeasureForm({ framework: { slug, measures }, way, about }: SuggestPageProps) {
  const standsOf = (id: string) => measures.find(({ measure }) => measure === id) ?? null;
  const measure = about.measure && measureOf(about.measure);
  if (!measure)
    return (
      <Choose
        slug={slug}
        way={way}
        kind="measure"
        label="Which figure?"
        options={countedMeasures.map(({ id, name }) => ({
          value: id,
          text: `${name}: ${figureText(id, standsOf(id)?.value ?? null)}`,
        }))}
      />
    );
  const stands = standsOf(measure.id);
  const origin = originOf(measure.id);
  const isDispute = way === "dispute";
  return (
    <>
      <Stands name={measure.name} text={figureText(measure.id, stands?.value ?? null)} read={stands} />
      <p className="mt-4 max-w-prose">{measure.meaning}</p>
      {origin.by === "data" && (
        <>
          <p className="mt-2 max-w-prose">
            {`${origin.says} So it can’t be corrected by hand: the next reading would undo it. Say in words what is wrong with it.`}
          </p>
          <CorrectionForm slug={slug} begin={`${measure.name}: `} />
        </>
      )}
      {origin.by === "fact" && (
        <Elsewhere href={routes.suggest(slug, { way, fact: "firstStable" })} text="the first stable release" />
      )}
      {origin.by === "release" && (
        <Elsewhere href={routes.suggest(slug, { way, kind: "release" })} text="the dates of its release lines" />
      )}
      {origin.by === "hand" && (
        <ActionForm
          action={suggestMeasureAction}
          fields={{ framework: slug, measure: measure.id, way }}
          submit={isDispute ? "Dispute it" : "Suggest it"}
          once
        >
          <TextField
            name="value"
            label="What is right?"
            hint={`A whole number of ${measure.unit}.${isDispute ? " Left empty, the page will say that it is unknown." : ""}`}
            defaultValue={isDispute || !stands ? "" : String(stands.value)}
            optional={isDispute}
          />
          <CorrectedFields way={way} stands={stands} />
        </ActionForm>
      )}
    </>
  );
}

function Elsewhere({ href, text }: { href: string; text: string }) {
  return (
    <p className="mt-2 max-w-prose">
      It follows from other dates, so it is put right there:{" "}
      <a href={href} className="link">
        {text}
      </a>
      .
    </p>
  );
}
