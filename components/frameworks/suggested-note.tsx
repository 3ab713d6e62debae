import type { FrameworkView } from "@/lib/frameworks/framework";
import { routes } from "@/lib/site/routes";

/** On a page that is empty still: why, and what a reader can do about it. */
export function SuggestedNote({ framework: { slug, name } }: { framework: FrameworkView }) {
  return (
    <aside role="note" className="mt-6 max-w-3xl border-l-4 border-line-strong bg-sunken px-4 py-3">
      <p className="font-semibold">A reader suggested {name}.</p>
      <p>
        Nobody has entered more than its name and site yet: everything else is unknown, its scores too.{" "}
        <a href={routes.suggest(slug, { kind: "claim" })} rel="nofollow" className="link">
          Add what you know, with a source
        </a>
      </p>
    </aside>
  );
}
