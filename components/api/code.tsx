import type { ReactNode } from "react";
import { Scroll } from "../ui/scroll";

export function Code({ children }: { children: ReactNode }) {
  return <code className="rounded bg-sunken px-1 py-0.5 font-mono text-sm [overflow-wrap:anywhere]">{children}</code>;
}

/** A description, with what stands between backticks as code. */
export function Text({ children }: { children: string }) {
  return children.split("`").map((part, index) => (index % 2 === 1 ? <Code key={index}>{part}</Code> : part));
}

/** Lines of a command or of an answer. */
export function Listing({ label, children }: { label: string; children: string }) {
  return (
    <Scroll label={label} className="max-h-[32rem] overflow-y-auto rounded border border-line bg-sunken">
      <pre className="p-3 font-mono text-[0.8125rem] leading-relaxed">{children}</pre>
    </Scroll>
  );
}
