import type { FrameworkView } from "@/lib/frameworks/framework";
import { Section } from "../ui/section";
import { SupportLead } from "./support-lead";
import { SupportTable, SupportTimeline } from "./support-timeline";

/** Its release lines along time, and as a table. */
export function SupportSection({ framework }: { framework: FrameworkView }) {
  const { name, releases } = framework;
  return (
    <Section tight id="support" title="Releases and support" lead={<SupportLead framework={framework} />}>
      {releases.length > 0 && (
        <>
          <SupportTimeline name={name} cycles={releases} />
          <details className="mt-2">
            <summary className="mb-2 text-sm text-muted">{`All ${releases.length} release lines as a table`}</summary>
            <SupportTable cycles={releases} />
          </details>
        </>
      )}
    </Section>
  );
}
