import type { FrameworkView } from "@/lib/frameworks/framework";
import { FactSource } from "../site/fact-source";

/** How one begins, in a line or two of its own documentation; nothing where we haven't read it there. */
export function QuickStart({ framework: { facts } }: { framework: FrameworkView }) {
  const fact = facts.quickStart;
  if (!fact?.value) return null;
  return (
    <div className="quick-start">
      <h2 className="eyebrow">Quick start</h2>
      <pre>
        <code>{fact.value}</code>
      </pre>
      <FactSource source={fact.source} asOf={fact.asOf} what="the quick start" />
    </div>
  );
}
