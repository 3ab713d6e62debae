import type { FrameworkView } from "@/lib/frameworks/framework";
import { Section } from "../ui/section";

/** What readers found wrong on the page, as they wrote it and a moderator approved it, until the page says so itself. */
export function Corrections({ framework }: { framework: FrameworkView }) {
  if (framework.corrections.length === 0) return null;
  return (
    <Section
      tight
      id="corrections"
      title="Corrections"
      lead="What readers found wrong on this page, in their words, with their source. A moderator approved each."
    >
      <ul className="ledger max-w-prose">
        {framework.corrections.map(({ text, url, day }) => (
          <li key={`${day} ${url} ${text}`} className="py-3">
            <p dir="auto" className="whitespace-pre-line">
              {text}
            </p>
            <p className="mt-1 text-sm text-muted">
              {day} ·{" "}
              <a href={url} className="link" rel="nofollow noopener ugc">
                {new URL(url).hostname}
              </a>
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
