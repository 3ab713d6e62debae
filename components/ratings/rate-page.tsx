import { criteria } from "@/lib/claims/criteria";
import { rateAction, withdrawRatingAction } from "@/lib/ratings/actions";
import type { getOwnRating } from "@/lib/ratings/queries";
import { experiences } from "@/lib/ratings/rules";
import { routes } from "@/lib/site/routes";
import { ActionForm } from "../form/action-form";
import { LongTextField } from "../form/long-text-field";
import { NumberField } from "../form/number-field";
import { RadioField } from "../form/radio-field";
import { AboutFramework } from "../frameworks/about-framework";

const stars = [1, 2, 3, 4, 5].map((value) => ({ value: String(value), text: String(value) }));

/** The form of a person's own rating: everything on one page, only the overall number and the experience are asked for. */
export function RatePage({
  framework: { slug, name },
  own,
  hiddenBecause,
}: {
  framework: { slug: string; name: string };
  own: Awaited<ReturnType<typeof getOwnRating>>;
  hiddenBecause: string | null;
}) {
  return (
    <AboutFramework framework={{ slug, name }} title={own ? "Your rating" : `Rate ${name}`}>
      <p className="mt-3 max-w-prose">
        Numbers are shown as part of the whole, words as they are; neither with your name. From when on they count is
        said on the page on{" "}
        <a href={routes.integrity} className="link">
          integrity
        </a>
        .
      </p>
      {hiddenBecause !== null && (
        <p className="notice mt-5">
          A moderator hid what you wrote of it: {hiddenBecause} Your numbers count all the same, and words that you
          write now stay hidden too until a moderator takes that back.
        </p>
      )}
      <ActionForm action={rateAction} write="rate" fields={{ framework: slug }} submit={own ? "Change it" : "Rate it"}>
        <RadioField
          name="overall"
          legend="Overall"
          hint="1 is poor, 5 is excellent."
          options={stars}
          value={own?.scores.overall?.toString()}
        />
        <RadioField
          name="experience"
          legend="How do you know it?"
          options={experiences.map(({ id, name: text }) => ({ value: id, text }))}
          value={own?.experience}
        />
        <RadioField
          name="still"
          legend="Do you still use it?"
          options={[
            { value: "yes", text: "Yes" },
            { value: "no", text: "No, I left it" },
            { value: "", text: "Not said" },
          ]}
          value={own?.stillUsing === null || own === null ? "" : own.stillUsing ? "yes" : "no"}
        />
        <NumberField name="years" label="Years of use" value={own?.years?.toString() ?? ""} />
        <h2 className="mt-8 text-2xl">By criterion, if you like</h2>
        {criteria.map(({ id, name: title, question }) => (
          <RadioField
            key={id}
            name={id}
            legend={title}
            hint={question}
            options={[...stars, { value: "", text: "Not rated" }]}
            value={own?.scores[id]?.toString() ?? ""}
          />
        ))}
        <LongTextField name="review" label="In a few words" lines={4} value={own?.review ?? ""} />
      </ActionForm>
      {own && (
        <div className="mt-10 border-t border-line pt-5">
          <p className="mb-3">Taken back, it stops counting at once.</p>
          <ActionForm action={withdrawRatingAction} fields={{ framework: slug }} submit="Take my rating back" quiet />
        </div>
      )}
    </AboutFramework>
  );
}
