import type { FrameworkView } from "@/lib/frameworks/framework";
import { OneWayIn } from "../moderation/ways-in";
import { Section } from "../ui/section";
import { type pageOf, SentOnce } from "../ui/sent-once";
import { SupportLead } from "./support-lead";
import { SupportTable, SupportTimeline } from "./support-timeline";

/** Its release lines along time, and as a table. */
export function SupportSection({ framework, page }: { framework: FrameworkView; page: ReturnType<typeof pageOf> }) {
  const { slug, name, releases } = framework;
  return (
    <Section tight id="support" title="Releases and support" lead={<SupportLead framework={framework} />}>
      {releases.length > 0 && (
        <SentOnce page={page} name="support">
          <SupportTimeline name={name} cycles={releases} />
          <details className="mt-2">
            <summary className="mb-2 text-sm text-muted">{`All ${releases.length} release lines as a table`}</summary>
            <SupportTable cycles={releases} />
            <p className="mt-1 text-sm text-muted">
              A date that isn’t right? <OneWayIn slug={slug} about="kind=release" />
            </p>
          </details>
        </SentOnce>
      )}
    </Section>
  );
}
