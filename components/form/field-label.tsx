/** What stands over a field: its name, whether it may be left out, and a hint. */
export function FieldLabel({
  of,
  label,
  hint,
  needed,
}: {
  /** The field's id. */
  of: string;
  label: string;
  hint: string | undefined;
  needed: boolean;
}) {
  return (
    <label htmlFor={of} className="block text-sm font-medium">
      <span>{label}</span>
      {!needed && <span className="font-normal text-muted"> (optional)</span>}
      {hint && <span className="block font-normal text-muted">{hint}</span>}
    </label>
  );
}
