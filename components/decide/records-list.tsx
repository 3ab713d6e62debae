import type { RecordLine } from "@/lib/decide/queries";
import { routes } from "@/lib/site/routes";

/** The records that somebody made, their own and their teams'. */
export function RecordsList({ records }: { records: RecordLine[] }) {
  return (
    <section aria-labelledby="records" className="mt-12">
      <h2 id="records" className="text-2xl">
        Records
      </h2>
      {records.length === 0 && (
        <p className="mt-1 text-muted">
          None made yet. A record keeps a decision with the evidence of its day: “Make a record” stands below every
          outcome of{" "}
          <a href={routes.decide} className="link">
            a decision
          </a>
          .
        </p>
      )}
      <ul className="ledger mt-3">
        {records.map(({ id, title, day, chosen, rank, people }) => (
          <li key={id} className="flex flex-wrap items-baseline justify-between gap-x-4 py-2">
            <a href={routes.records(id)} className="link font-medium">
              <bdi>{title || "Choose a backend framework"}</bdi>
            </a>
            <span className="text-sm text-muted">
              {[
                `chosen: ${chosen}${rank > 1 ? `, number ${rank}` : ""}`,
                people !== null && `the joint decision of ${people}`,
                day,
              ]
                .filter(Boolean)
                .join(" · ")}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
