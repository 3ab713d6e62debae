import { profileWords } from "@/lib/bench/profile";
import type { Cell } from "@/lib/frameworks/shown";

const [step, tall] = [7, 22];

/**
 * One bar for each criterion, 1 to 5 as its height; a gap where there is no single score. They hang from the top, which is
 * a kilobyte less in a page of forty, and the style sheet stands them up.
 */
function Profile({ scores }: { scores: (number | null)[] }) {
  const bars = scores.map((score, at) =>
    score === null ? "" : `M${at * step + 3} 0v${Math.round(((score - 1) / 4) * 20 + 2)}`,
  );
  return (
    <svg role="img" width={scores.length * step} height={tall} className="bars">
      <title>{profileWords(scores)}</title>
      <path d={bars.join("")} />
    </svg>
  );
}

export function CatalogueCell({ cell }: { cell: Cell }) {
  if (Array.isArray(cell)) return <Profile scores={cell} />;
  if (typeof cell !== "string") return <span className="text-muted">{cell.text}</span>;
  if (cell === "") return <span className="text-muted">unknown</span>;
  const [text, small] = cell.split("\n");
  return (
    <>
      <span>{text}</span>
      {small && <small>{small}</small>}
    </>
  );
}
