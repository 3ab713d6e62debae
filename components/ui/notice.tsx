import type { ReactNode } from "react";

/** A sentence on what has just happened, above what follows. */
export function Notice({ kind, children }: { kind: "done" | "refused"; children: ReactNode }) {
  return (
    <p role={kind === "done" ? "status" : "alert"} className={`notice my-4 notice-${kind}`}>
      {children}
    </p>
  );
}
