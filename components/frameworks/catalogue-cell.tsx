import { profileWords } from "@/lib/bench/profile";
import type { Cell } from "@/lib/frameworks/shown";

const [step, tall] = [7, 22];

/** One bar for each criterion, 1 to 5 as its height; a gap where there is no single score. */
function Profile({ scores }: { scores: (number | null)[] }) {
  const bars = scores.map((score, at) =>
    score === null ? "" : `M${at * step + 3} ${tall}v-${((score - 1) / 4) * 20 + 2}`,
  );
  return (
    <svg role="img" width={scores.length * step} height={tall} className="bars">
      <title>{profileWords(scores)}</title>
      <path d={bars.join("")} />
    </svg>
  );
}

export function CatalogueCell({ cell }: { cell: Cell }) {
  if (typeof cell === "string")
    return <span className={cell === "" ? "text-muted" : undefined}>{cell === "" ? "unknown" : cell}</span>;
  if (Array.isArray(cell)) return <Profile scores={cell} />;
  return (
    <>
      <span className={cell.muted ? "text-muted" : undefined}>{cell.text}</span>
      {cell.small && <small>{cell.small}</small>}
    </>
  );
}
