import { diffWords } from "diff";

/** What changes between two sentences: what goes is struck out, what comes is underlined; a screen reader hears which. */
export function WordDiff({ before, after }: { before: string; after: string }) {
  return (
    <p dir="auto" className="mt-2 border-l-4 border-line-strong bg-sunken px-3 py-2 text-sm leading-6">
      {diffWords(before, after).map(({ added, removed, value }, index) =>
        removed ? (
          <del key={index} className="bg-outdated-soft text-outdated">
            <span className="sr-only">goes: </span>
            <span>{value}</span>
            <span className="sr-only">; </span>
          </del>
        ) : added ? (
          <ins key={index} className="bg-still-true-soft text-still-true">
            <span className="sr-only">comes: </span>
            <span>{value}</span>
            <span className="sr-only">; </span>
          </ins>
        ) : (
          <span key={index}>{value}</span>
        ),
      )}
    </p>
  );
}
