import { criteria } from "@/lib/claims/criteria";
import type { DecideOption, Part } from "@/lib/decide/option";
import { percent } from "@/lib/decide/percent";
import { filledScores } from "@/lib/decide/ranking";
import { routes } from "@/lib/site/routes";
import { Scroll } from "../ui/scroll";
import { TableHead } from "../ui/table-head";

/** Where a score comes from, in words. */
function partText({ own, ...part }: Part, interval: string): string {
  const evidence = evidenceText(part, interval);
  if (own === undefined) return evidence;
  return own > 0.999 ? "the team’s own score" : `the team’s own score for ${percent(own)} of it; ${evidence}`;
}

function evidenceText({ bench, shift, claims, ratings }: Part, interval: string): string {
  if (bench === null) return `too little known: ${interval} possible`;
  const moved = claims > 0 && shift !== 0 ? `, ${shift > 0 ? "+" : "−"}${Math.abs(shift).toFixed(2)} from claims` : "";
  const rated = ratings > 0 ? `, ${ratings} ${ratings === 1 ? "rating" : "ratings"}` : "";
  return `measures and checks ${bench.toFixed(2)} (${interval})${moved}${rated}`;
}

/** A total taken apart: each score with its share, where it comes from, and the way to the evidence. */
export function TotalParts({
  option,
  shares,
  low,
  high,
}: {
  option: DecideOption;
  shares: readonly number[];
  low: number;
  high: number;
}) {
  const filled = filledScores(option);
  return (
    <Scroll
      label={`The parts of ${option.name}’s total`}
      className="my-2 ml-2 border-l-2 border-line-strong pl-3 sm:ml-11"
    >
      <table className="w-full min-w-[34rem] text-sm">
        <caption className="sr-only">{`The parts of ${option.name}’s total`}</caption>
        <TableHead names={["Criterion", "Share", "Score", "Gives", "From"]} figures={["Share", "Score", "Gives"]} />
        <tbody>
          {criteria.map((criterion, index) => {
            const part = option.parts[index];
            const score = option.scores[index] ?? null;
            const share = shares[index] ?? 0;
            const interval = `${(option.lows?.[index] ?? 1).toFixed(1)} to ${(option.highs?.[index] ?? 5).toFixed(1)}`;
            return (
              <tr key={criterion.id} className={`border-t border-line ${share === 0 ? "text-muted" : ""}`}>
                <th scope="row" className="py-1 pr-4 text-left font-normal">
                  <a href={`${routes.framework(option.slug)}#score-${criterion.id}`} className="link">
                    {criterion.name}
                  </a>
                </th>
                <td className="py-1 pr-4 text-right font-mono">{percent(share)}</td>
                <td className="py-1 pr-4 text-right font-mono">{score?.toFixed(2) ?? "—"}</td>
                <td className="py-1 pr-4 text-right font-mono">{(share * (filled[index] ?? 1)).toFixed(2)}</td>
                <td className="py-1">{part ? partText(part, interval) : ""}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className="mt-2 text-sm text-muted">
        {high - low > 0.005
          ? `With what is unknown, the total lies between ${low.toFixed(2)} and ${high.toFixed(2)}. `
          : "Nothing that counts is unknown."}
      </p>
    </Scroll>
  );
}
