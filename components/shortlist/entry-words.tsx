import type { EntryView } from "@/lib/shortlist/queries";
import { statuses } from "@/lib/shortlist/rules";

/** What its owner says of a framework on their list. */
export function EntryWords({ status, note, reason }: Pick<EntryView, "status" | "note" | "reason">) {
  return (
    <p className="mt-2 text-sm">
      <span className="chip">{statuses.find(({ id }) => id === status)?.name}</span>{" "}
      {status === "rejected" && reason && (
        <span>
          because <bdi>{reason}</bdi>{" "}
        </span>
      )}
      {note && <bdi className="whitespace-pre-line text-muted">{note}</bdi>}
    </p>
  );
}
