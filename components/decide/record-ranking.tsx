import { percent } from "@/lib/decide/percent";
import type { RecordOption } from "@/lib/decide/record";
import { routes } from "@/lib/site/routes";
import { Scroll } from "../ui/scroll";
import { TableHead } from "../ui/table-head";

const figures = ["Total", "With what is missing", "Wins of all weightings", "Criteria without evidence"];

export function RecordRanking({ options }: { options: RecordOption[] }) {
  return (
    <Scroll label="The ranking" className="mt-5">
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
              <td className="py-1 pr-4 text-right font-mono">
                {`${option.scores.filter((score) => score === null).length} of ${option.scores.length}`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
