import type { Warning } from "@/lib/frameworks/warnings";
import { routes } from "@/lib/site/routes";

/** The one warning that a reader must see first. */
export function WarningNote({ warning }: { warning: Warning }) {
  return (
    <aside role="note" className="mt-6 max-w-3xl border-l-4 border-refused bg-refused-soft px-4 py-3">
      <p className="font-semibold text-refused">{warning.title}</p>
      <p>
        {warning.text}{" "}
        <a href={`${routes.method}#warnings`} className="link">
          When we warn
        </a>
      </p>
    </aside>
  );
}
