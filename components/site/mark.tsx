/** The mark: a frame with one side weighed differently. */
export function Mark({ size = 22 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 22 22" aria-hidden="true" className="shrink-0">
      <path d="M2 2h18v18H2z" fill="none" stroke="currentColor" strokeWidth="2" />
      <path d="M6.5 6.5h9M6.5 11h6" stroke="currentColor" strokeWidth="2" />
      <path d="M6.5 15.5h3" stroke="var(--accent)" strokeWidth="2" />
    </svg>
  );
}
