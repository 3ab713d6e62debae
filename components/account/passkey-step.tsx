"use client";

import { startTransition, useState } from "react";
import { askForPasskeyAction, doPasskeyStepAction } from "@/lib/auth/actions";
import { useAction } from "../form/use-action";
import { refreshViewer } from "../site/viewer-store";
import { PasskeyFrame } from "./passkey-frame";
import { usePasskey } from "./use-passkey";

/** The second step of signing in, by a passkey. */
export function PasskeyStep({ next }: { next: string }) {
  const [last, setLast] = useState<"asked" | "signed">("asked");
  const [signed, sign, signing] = useAction(doPasskeyStepAction, () => void refreshViewer());
  const { problem, waiting, begin, forget } = usePasskey("sign", (answer) => {
    const data = new FormData();
    data.set("passkeyToken", answer);
    data.set("next", next);
    setLast("signed");
    startTransition(() => sign(data));
  });
  const [asked, ask, asking] = useAction(askForPasskeyAction, (answer) => {
    void begin(String(answer?.data?.options));
  });
  return (
    <PasskeyFrame
      onSend={(data) => {
        forget();
        setLast("asked");
        ask(data);
      }}
      state={last === "asked" ? asked : signed}
      problem={problem}
      pending={asking || waiting || signing}
      submit="Use a passkey"
    />
  );
}
