/** Where a fact was read and when, small, beside it. */
export function FactSource({ source, asOf, what }: { source: string | null; asOf: string | null; what: string }) {
  if (!source) return <span className="text-xs text-muted">no source{asOf ? `, ${asOf}` : ""}</span>;
  return (
    <a href={source} rel="nofollow" className="source">
      <i>{`Source of ${what}, read `}</i>
      {asOf ?? "source"}
    </a>
  );
}
