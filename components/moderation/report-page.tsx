import { reportAction } from "@/lib/moderation/actions";
import { reportReasons } from "@/lib/moderation/kinds/report";
import type { getReportable } from "@/lib/moderation/queries";
import { ActionForm } from "../form/action-form";
import { LongTextField } from "../form/long-text-field";
import { RadioField } from "../form/radio-field";

/** Tells moderators of words that break the rules. The words stand there again, so that nobody reports the wrong ones. */
export function ReportPage({ reported }: { reported: NonNullable<Awaited<ReturnType<typeof getReportable>>> }) {
  const { what, of, text, path } = reported;
  return (
    <div className="mx-auto max-w-2xl py-10 sm:py-14">
      <p className="eyebrow">
        <a href={path} className="hover:text-accent">
          Back to where it stands
        </a>
      </p>
      <h1 className="mt-1 text-5xl">{`Report a ${what}`}</h1>
      <blockquote
        dir="auto"
        className="mt-5 max-h-80 overflow-y-auto whitespace-pre-line border-l-4 border-line-strong pl-4"
      >
        {text}
      </blockquote>
      <p className="mt-4 max-w-prose">
        A moderator looks at it, and hides it if it breaks the rules. That you disagree with it is no reason.
      </p>
      <ActionForm action={reportAction} fields={{ what, of }} submit="Report it" once>
        <RadioField
          name="flag"
          legend="What is it?"
          options={reportReasons.map(({ id, name }) => ({ value: id, text: name }))}
        />
        <LongTextField name="text" label="Why?" lines={3} value="" needed />
      </ActionForm>
    </div>
  );
}
