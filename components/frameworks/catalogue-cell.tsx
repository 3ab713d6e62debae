import type { Cell } from "@/lib/frameworks/shown";

const [step, tall] = [7, 22];

/** One bar for each criterion, 1 to 5 as its height; a gap where there is no single score. */
function Profile({ scores, words }: { scores: (number | null)[]; words: string }) {
  const bars = scores.map((score, at) =>
    score === null ? "" : `M${at * step + 3} ${tall}v-${((score - 1) / 4) * 20 + 2}`,
  );
  const width = scores.length * step;
  return (
    <svg role="img" aria-label={words} width={width} height={tall} viewBox={`0 0 ${width} ${tall}`} className="bars">
      <title>{words}</title>
      <path d={bars.join("")} />
    </svg>
  );
}

export function CatalogueCell({ cell }: { cell: Cell }) {
  if (typeof cell === "string") return cell === "" ? <span className="text-muted">unknown</span> : cell;
  if ("scores" in cell) return <Profile {...cell} />;
  return (
    <>
      {cell.muted ? <span className="text-muted">{cell.text}</span> : cell.text}
      {cell.small && <small>{cell.small}</small>}
    </>
  );
}
