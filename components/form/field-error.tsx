/** What is wrong with a field; the field refers to it. */
export function FieldError({ id, error }: { id: string; error: string | undefined }) {
  if (!error) return null;
  return (
    <p id={`${id}-error`} className="mt-1 text-sm text-refused">
      <span aria-hidden="true">✕ </span>
      <span>{error}</span>
    </p>
  );
}
