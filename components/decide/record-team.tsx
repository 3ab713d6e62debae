import { criterionOf } from "@/lib/claims/criteria";
import { percent } from "@/lib/decide/percent";
import type { RecordData, RecordTeam as Team } from "@/lib/decide/record";
import { Section } from "../ui/section";
import { SpreadCells, SpreadTable, spreadHead } from "./spread-table";

/** Where a team differed, the most first. Nobody is named, and nobody's ballot is shown. */
export function RecordTeam({ team, options }: { team: Team; options: RecordData["options"] }) {
  const nameOf = (slug: string) => options.find((option) => option.slug === slug)?.name ?? slug;
  return (
    <Section
      id="apart"
      title="Where the team differs"
      lead={`${team.people} weighed without seeing each other. Each counts the same; spread is the standard deviation.`}
    >
      <SpreadTable head={["What counts", ...spreadHead]}>
        {team.weights
          .toSorted((a, b) => b.share.spread - a.share.spread)
          .map(({ criterion, share }) => (
            <tr key={criterion} className="border-t border-line">
              <th scope="row" className="py-1 pr-4 text-left font-normal">
                {criterionOf(criterion).name}
              </th>
              <SpreadCells spread={share} as={percent} />
            </tr>
          ))}
      </SpreadTable>
      <h3 className="mt-6 text-lg font-semibold">Totals</h3>
      <SpreadTable head={["Framework", ...spreadHead, "First for"]}>
        {team.totals.map(({ slug, total, firsts }) => (
          <tr key={slug} className="border-t border-line">
            <th scope="row" className="py-1 pr-4 text-left font-normal">
              {nameOf(slug)}
            </th>
            <SpreadCells spread={total} />
            <td className="py-1 font-mono text-sm">{`${firsts} of ${team.people}`}</td>
          </tr>
        ))}
      </SpreadTable>
      {team.cells.length > 0 && (
        <>
          <h3 className="mt-6 text-lg font-semibold">Scores of their own</h3>
          <SpreadTable head={["Framework and criterion", ...spreadHead, "Evidence"]}>
            {team.cells.map(({ slug, criterion, own, evidence }) => (
              <tr key={`${slug} ${criterion}`} className="border-t border-line">
                <th scope="row" className="py-1 pr-4 text-left font-normal">
                  {`${nameOf(slug)}, ${criterionOf(criterion).name.toLowerCase()}`}
                </th>
                <SpreadCells spread={own} />
                <td className="py-1 font-mono text-sm">{evidence?.toFixed(2) ?? "none"}</td>
              </tr>
            ))}
          </SpreadTable>
        </>
      )}
    </Section>
  );
}
