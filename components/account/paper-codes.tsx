/** The codes that let somebody in when all else is lost, shown once. */
export function PaperCodes({ codes }: { codes: string[] }) {
  return (
    <li>
      <h2 className="text-lg font-medium">Write these codes down</h2>
      <p className="mt-1 text-sm text-muted">
        Each lets you in once when everything else is lost. They are not shown again. Keep them away from the phone.
      </p>
      <ul className="mt-2 space-y-1 font-mono text-sm">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
    </li>
  );
}
