import type { ReactNode } from "react";

export function Formula({ children }: { children: ReactNode }) {
  return (
    <code className="whitespace-nowrap rounded bg-sunken px-1.5 py-0.5 font-mono text-sm max-sm:whitespace-normal">
      {children}
    </code>
  );
}
