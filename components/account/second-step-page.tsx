import { encode } from "uqr";
import { setUpSecondStepAction } from "@/lib/auth/actions";
import type { SetUp } from "@/lib/auth/second-step";
import { setUpPasskey, setUpPath } from "@/lib/session/rules";
import { ActionForm } from "../form/action-form";
import { TextField } from "../form/text-field";
import { Notice } from "../ui/notice";
import { TaskPage } from "../ui/task-page";
import { PaperCodes } from "./paper-codes";

/**
 * Setting up the second step: an app takes the picture, codes go on paper, and a code of the app proves it.
 * @param next what demanded it, to go on with
 * @param first whether there is no other way to do that step yet
 */
export function SecondStepPage({
  offer,
  first,
  needed,
  next,
}: {
  offer: SetUp;
  first: boolean;
  needed: boolean;
  next: string | null;
}) {
  return (
    <TaskPage
      title="Sign in in two steps"
      lead={
        <p>
          After your password, link or provider, a code of an app on your phone is asked for as well.{" "}
          <a href={setUpPath(setUpPasskey, next)} className="link">
            Or use a passkey
          </a>
          .
        </p>
      }
    >
      {needed && (
        <Notice kind="refused">
          What you may do here has power over others, so it takes two steps of signing in. Set the second one up first.
        </Notice>
      )}
      <ol className="mt-6 list-decimal space-y-6 pl-5">
        <li>
          <h2 className="text-lg font-medium">Show this to an authenticator app</h2>
          <QrCode text={offer.uri} />
          <p className="mt-2 text-sm text-muted">Or type the key there:</p>
          <p className="break-all font-mono text-sm">{offer.secret.replaceAll(/(.{4})(?=.)/g, "$1 ")}</p>
        </li>
        {first && <PaperCodes codes={offer.codes} />}
        <li>
          <h2 className="text-lg font-medium">Type the code that the app shows now</h2>
          <ActionForm
            action={setUpSecondStepAction}
            fields={next === null ? {} : { next }}
            submit={first ? "Sign in in two steps from now on" : "Take its codes from now on"}
          >
            <TextField name="code" label="Code" hint="Six digits" autoComplete="one-time-code" />
          </ActionForm>
        </li>
      </ol>
    </TaskPage>
  );
}

/** Black on white in every theme: scanners need it so. */
function QrCode({ text }: { text: string }) {
  const { size, data } = encode(text, { ecc: "M", border: 3 });
  const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ""))).join("");
  return (
    <svg
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label="QR code of the key that stands below"
      className="mt-3 w-52 bg-white"
      shapeRendering="crispEdges"
    >
      <path d={path} fill="#000" />
    </svg>
  );
}
