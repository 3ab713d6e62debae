import type { RecordLine } from "@/lib/decide/queries";
import { routes } from "@/lib/site/routes";
import { MadeList } from "./made-list";

/** The records that somebody made, their own and their teams'. */
export function RecordsList({ records }: { records: RecordLine[] }) {
  const none = (
    <p className="mt-1 text-muted">
      None made yet. A record keeps a decision with the evidence of its day: “Make a record” stands below every outcome
      of{" "}
      <a href={routes.decide} className="link">
        a decision
      </a>
      .
    </p>
  );
  const lines = records.map(({ id, title, day, chosen, rank, people }) => ({
    href: routes.records(id),
    title: title || "Choose a backend framework",
    facts: [
      `chosen: ${chosen}${rank > 1 ? `, number ${rank}` : ""}`,
      people !== null && `the joint decision of ${people}`,
      day,
    ],
  }));
  return <MadeList id="records" title="Records" none={none} lines={lines} />;
}
