import { percent } from "@/lib/decide/percent";
import { knownOf } from "@/lib/decide/ranking";
import type { RecordData } from "@/lib/decide/record";
import { routes } from "@/lib/site/routes";
import { Scroll } from "../ui/scroll";
import { Section } from "../ui/section";
import { TableHead } from "../ui/table-head";

/** Everything that was ranked or excluded. */
export function RecordRanking({ record: { version, options, excluded, shares: counted } }: { record: RecordData }) {
  const shares = counted.map(({ share }) => share);
  const figures = ["Total", "With what is missing", version === 1 ? "Wins of all weightings" : "First nearby", "Known"];
  return (
    <Section id="ranking" title="The whole ranking">
      <Scroll label="The ranking">
        <table className="w-full min-w-[36rem] text-sm">
          <caption className="sr-only">The ranking</caption>
          <TableHead names={["Rank", "Framework", ...figures]} figures={figures} />
          <tbody>
            {options.map((option) => (
              <tr key={option.slug} className="border-t border-line">
                <td className="py-1 pr-4 font-mono">{option.rank}</td>
                <th scope="row" className="py-1 pr-4 text-left font-normal">
                  <a href={routes.framework(option.slug)} className="link">
                    {option.name}
                  </a>
                  {option.unknown.length > 0 && (
                    <span className="text-muted">{` (not known: ${option.unknown.join("; ")})`}</span>
                  )}
                </th>
                <td className="py-1 pr-4 text-right font-mono">{option.total.toFixed(2)}</td>
                <td className="py-1 pr-4 text-right font-mono">
                  {`${option.low.toFixed(2)} to ${option.high.toFixed(2)}`}
                </td>
                <td className="py-1 pr-4 text-right font-mono">{percent(option.wins)}</td>
                <td className="py-1 pr-4 text-right font-mono">{percent(knownOf(option, shares))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      {excluded.length > 0 && (
        <p className="mt-4 text-sm">{`Excluded: ${excluded.map(({ name, because }) => `${name} (${because.join("; ")})`).join(", ")}.`}</p>
      )}
    </Section>
  );
}
