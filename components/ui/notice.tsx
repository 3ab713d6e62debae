import type { ReactNode } from "react";
import { TakesFocus } from "./takes-focus";

/** A sentence on what has just happened, above what follows: who sent a form that is gone goes on reading here. */
export function Notice({ kind, children }: { kind: "done" | "refused"; children: ReactNode }) {
  return (
    <TakesFocus
      at={kind}
      arrival={kind === "done"}
      role={kind === "done" ? "status" : "alert"}
      className={`notice my-4 notice-${kind}`}
    >
      {children}
    </TakesFocus>
  );
}
