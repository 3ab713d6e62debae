import { flipsOf } from "@/lib/decide/flip-points";
import { WorkedExamples } from "./worked-examples";

/** Two options on two criteria: at which share of the first the second takes over. */
function flipExample(shares: number[], leader: number[], rival: number[]): [string, ...string[]] {
  const { below, above } = flipsOf([{ scores: leader }, { scores: rival }], shares, 0, 0);
  const percent = (part: number) => `${(part * 100).toFixed(1)} %`;
  const text = `Leader ${leader.join(" and ")}, rival ${rival.join(" and ")}`;
  return [
    text,
    percent(shares[0] ?? 0),
    [below && `under ${percent(below.at)}`, above && `over ${percent(above.at)}`].filter(Boolean).join(", ") || "never",
  ];
}

/** Leads, and the shares at which they end. */
export function FlipExamples() {
  return (
    <WorkedExamples
      head={["Flip points", "Share of the first criterion now", "The rival leads"]}
      rows={[flipExample([0.5, 0.5], [5, 2], [2, 4]), flipExample([0.2, 0.8], [3, 4], [5, 3.5])]}
    />
  );
}
