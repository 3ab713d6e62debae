"use client";

import { startTransition, useRef, useState } from "react";
import { addPasskeyAction, askForNewPasskeyAction } from "@/lib/auth/actions";
import { TextField } from "../form/text-field";
import { useAction } from "../form/use-action";
import { refreshViewer } from "../site/viewer-store";
import { PasskeyFrame } from "./passkey-frame";
import { usePasskey } from "./use-passkey";

/** Names a passkey, lets the browser make it, and adds it. */
export function PasskeyForm({ name, next }: { name: string; next: string | null }) {
  const typed = useRef(new FormData());
  const [last, setLast] = useState<"asked" | "added">("asked");
  const [added, add, adding] = useAction(addPasskeyAction, () => void refreshViewer());
  const { problem, waiting, begin, forget } = usePasskey("make", (answer) => {
    typed.current.set("passkeyToken", answer);
    if (next !== null) typed.current.set("next", next);
    setLast("added");
    startTransition(() => add(typed.current));
  });
  const [asked, ask, asking] = useAction(askForNewPasskeyAction, (answer) => {
    void begin(String(answer?.data?.options));
  });
  return (
    <PasskeyFrame
      onSend={(data) => {
        typed.current = data;
        forget();
        setLast("asked");
        ask(data);
      }}
      state={last === "asked" ? asked : added}
      problem={problem}
      pending={asking || waiting || adding}
      submit="Add a passkey"
    >
      <TextField
        name="name"
        label="Name"
        hint="So that you know it again, where there are several"
        defaultValue={name}
      />
    </PasskeyFrame>
  );
}
