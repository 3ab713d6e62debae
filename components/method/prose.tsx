import type { ReactNode } from "react";

export function Prose({ children }: { children: ReactNode }) {
  return <div className="max-w-prose space-y-3">{children}</div>;
}
