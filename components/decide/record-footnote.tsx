import type { RecordData } from "@/lib/decide/record";
import { siteUrl } from "@/lib/site/identity";
import { routes } from "@/lib/site/routes";

/** Where the record stands for good, how it came about, and where to complain of it. */
export function RecordFootnote({ id, record: { day, words } }: { id: string; record: RecordData }) {
  return (
    <p className="mt-12 border-t border-line pt-3 text-sm text-muted">
      Snapshot <span>{`${id}, made on ${day}, at ${siteUrl()}${routes.records(id)}`}</span>. Whoever has this address
      can read it; it never changes. How scores, verdicts and flip points come about:{" "}
      <a href={`${routes.method}#decide`} className="link">
        the method
      </a>
      <span>.</span>
      {(words.title || words.context || words.because || words.deciders) && (
        <span className="no-print">
          {" "}
          <a href={routes.report("record", id)} rel="nofollow" className="link">
            Report its words
          </a>
        </span>
      )}
    </p>
  );
}
