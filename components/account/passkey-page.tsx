import { setUpPath, setUpSecondStep } from "@/lib/session/rules";
import { TaskPage } from "../ui/task-page";
import { PaperCodes } from "./paper-codes";
import { PasskeyForm } from "./passkey-form";

/** Adding a passkey: with the first second step, codes go on paper before. */
export function PasskeyPage({
  codes,
  name,
  hasApp,
  next,
}: {
  /** Null where they have them already. */
  codes: string[] | null;
  /** What it might be called. */
  name: string;
  hasApp: boolean;
  /** What demanded it, to go on with. */
  next: string | null;
}) {
  const form = <PasskeyForm name={name} next={next} />;
  return (
    <TaskPage
      title="Add a passkey"
      lead={
        <p>
          <span>
            A key that your phone, computer, password manager or security key holds for this site alone. After your
            password, link or provider, it does the second step of signing in.
          </span>
          {!hasApp && (
            <span>
              {" "}
              <a href={setUpPath(setUpSecondStep, next)} className="link">
                Or use a code of an app
              </a>
              .
            </span>
          )}
        </p>
      }
    >
      {codes ? (
        <ol className="mt-6 list-decimal space-y-6 pl-5">
          <PaperCodes codes={codes} />
          <li>
            <h2 className="text-lg font-medium">Name the passkey, and let your browser make it</h2>
            {form}
          </li>
        </ol>
      ) : (
        form
      )}
    </TaskPage>
  );
}
