import type { RecordData } from "@/lib/decide/record";
import type { RecordChange } from "@/lib/decide/record-changes";
import { listWithAnd } from "@/lib/text/lists";
import { Scroll } from "../ui/scroll";
import { TableHead } from "../ui/table-head";

/** What is different on the day from what the record holds. */
export function RecordChangesNote({
  record,
  changes,
  day,
}: {
  record: RecordData;
  changes: RecordChange[];
  day: string;
}) {
  // Those whose claims the record holds.
  const detailed = listWithAnd(record.options.filter(({ claims }) => claims !== null).map(({ name }) => name));
  return (
    <section aria-labelledby="changes-title" className="notice mt-6" id="changes">
      <h2 id="changes-title" className="text-2xl">
        {changes.length === 0 ? "Nothing has changed since" : `What has changed since ${record.day}`}
      </h2>
      <p className="mt-1 text-sm text-muted">
        Compared on <span>{day}</span>: weights, constraints, ranking, flip points; of every framework its scores,
        ratings, support and facts; of <span>{detailed}</span> also each claim with verdict, votes and sources.
      </p>
      {changes.length > 0 && (
        <Scroll label="What has changed" className="mt-3">
          <table className="w-full text-sm">
            <TableHead names={["What", "Then", "Now"]} />
            <tbody>
              {changes.map((change, index) => (
                <tr key={index} className="border-t border-line align-top">
                  <th scope="row" className="py-1 pr-4 text-left font-normal">
                    <bdi>{change.text}</bdi>
                  </th>
                  <td dir="auto" className="py-1 pr-4">
                    {change.was || "—"}
                  </td>
                  <td dir="auto" className="py-1">
                    {change.now || "—"}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
    </section>
  );
}
