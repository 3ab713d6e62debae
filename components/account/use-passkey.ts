import { useState } from "react";

type Task = "make" | "sign";

/**
 * Lets the browser make a passkey or sign with one, by options of the server in JSON, and hands on its answer. What it does
 * that with is loaded when it is wanted, and no earlier.
 */
export function usePasskey(task: Task, send: (answer: string) => void) {
  const [problem, setProblem] = useState<string | null>(null);
  const [waiting, setWaiting] = useState(false);
  const begin = async (options: string) => {
    setWaiting(true);
    try {
      send(await answerOf(task, options));
    } catch (error) {
      setProblem(sentenceOn(task, error));
    } finally {
      setWaiting(false);
    }
  };
  return { problem, waiting, begin, forget: () => setProblem(null) };
}

async function answerOf(task: Task, options: string): Promise<string> {
  const { browserSupportsWebAuthn, startAuthentication, startRegistration } = await import("@simplewebauthn/browser");
  if (!browserSupportsWebAuthn()) throw Object.assign(new Error(), { name: "NotSupportedError" });
  const optionsJSON = JSON.parse(options);
  return JSON.stringify(
    await (task === "make" ? startRegistration({ optionsJSON }) : startAuthentication({ optionsJSON })),
  );
}

/** What went wrong, by the names of WebAuthn. */
function sentenceOn(task: Task, error: unknown): string {
  const name = error instanceof Error ? error.name : "";
  const otherwise = task === "make" ? "Nothing was added." : "A code does as well.";
  if (name === "NotAllowedError" || name === "AbortError")
    return `The browser gave no passkey: it was cancelled, took too long, or has none for this. ${otherwise}`;
  if (name === "InvalidStateError" && task === "make")
    return "That device has a passkey of this account already. Choose another one.";
  if (name === "NotSupportedError" || name === "SecurityError")
    return `Passkeys don’t work in this browser at this address. ${otherwise}`;
  return `The passkey couldn’t be asked for. Try again. ${otherwise}`;
}
