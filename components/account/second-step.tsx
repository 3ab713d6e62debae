import { removeSecondStepAction } from "@/lib/auth/actions";
import { setUpSecondStep } from "@/lib/session/rules";
import { dayOf } from "@/lib/text/dates";
import { ActionForm } from "../form/action-form";

/** The second step of signing in, to be set up and removed. */
export function SecondStep({ step }: { step: { createdAt: string; codes: number } | null }) {
  return (
    <>
      <h3 className="mt-6 text-lg font-medium">Second step</h3>
      {step ? (
        <div className="flex flex-wrap items-center justify-between gap-2">
          <p>
            <span>{`A code of an app · since ${dayOf(step.createdAt)}. `}</span>
            <span className="text-muted">
              {step.codes === 1 ? "One code on paper is left." : `${step.codes} codes on paper are left.`}
            </span>
          </p>
          <ActionForm action={removeSecondStepAction} submit="Remove" label="Remove the second step" quiet />
        </div>
      ) : (
        <p className="mt-1">
          <span className="text-muted">None: who has your mailbox has your account. </span>
          <a href={setUpSecondStep} className="link">
            Ask for a code of an app too
          </a>
        </p>
      )}
    </>
  );
}
